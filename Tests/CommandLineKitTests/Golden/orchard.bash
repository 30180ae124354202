# Completes orchard in bash; made from the declarations of its commands.

# Offers the lines that come in, behind what a list already holds.
_orchard_offer() {
  local line
  while IFS= read -r line; do COMPREPLY+=("$head$line"); done
}

_orchard_words() { _orchard_offer < <(compgen -W "$*" -- "$current"); }

_orchard_paths() {
  compopt -o filenames 2>/dev/null
  _orchard_offer < <(compgen "$1" -- "$current")
}

# Asks the program for values.
_orchard_ask() {
  local program=${COMP_WORDS[0]/#\~/$HOME}
  _orchard_offer < <("$program" __complete "$1" "$current" "$command" 2>/dev/null)
}

# Completes what stands behind the last comma.
_orchard_list() {
  compopt -o nospace 2>/dev/null
  [[ $current != *,* ]] || head=${current%,*},
  current=${current##*,}
  "$@"
}

# Counts the words before the current one that belong to no option.
# The arguments are the options that take a value.
_orchard_count() {
  local index
  place=0
  for ((index = 2; index < COMP_CWORD; index++)); do
    if [[ " $* " == *" ${COMP_WORDS[index]} "* ]]; then
      [[ ${COMP_WORDS[index + 1]} != '=' ]] || ((index += 1))
      ((index += 1))
    elif [[ ${COMP_WORDS[index]} != -?* ]]; then
      ((place += 1))
    fi
  done
}

_orchard() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} head='' place=0
  COMPREPLY=()
  # Bash hands over --name=value as three words.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    _orchard_words pick press help --help --version
    return
  fi
  case $command in
    help)
      ((COMP_CWORD > 2)) || _orchard_words pick press
      ;;
    pick)
      case $previous in
        --fruit) _orchard_words apple pear plum; return ;;
        --kinds) _orchard_list _orchard_words apple pear plum; return ;;
        --trees) _orchard_list _orchard_ask tree; return ;;
        --config) _orchard_paths -f; return ;;
        --color) _orchard_words auto always never; return ;;
        -w|--where|-n|--head|--offset|--least|-j|--jobs) return ;;
      esac
      if [[ $current == -* ]]; then
        _orchard_words -w --where --fruit --kinds --trees -n --head --offset --least -a --all -r --reverse --config -j --jobs --color -q --quiet --explain-options -h --help --version
        return
      fi
      _orchard_count -w --where --fruit --kinds --trees -n --head --offset --least --config -j --jobs --color
      case $place in
        *) _orchard_paths -f ;;
      esac
      ;;
    press)
      case $previous in
        --cellar) _orchard_paths -d; return ;;
        --config) _orchard_paths -f; return ;;
        --color) _orchard_words auto always never; return ;;
        -s|--size|--label|-j|--jobs) return ;;
      esac
      if [[ $current == -* ]]; then
        _orchard_words -s --size --cellar --label --config -j --jobs --color -q --quiet --explain-options -h --help --version
        return
      fi
      _orchard_count -s --size --cellar --label --config -j --jobs --color
      case $place in
        0) _orchard_words juice cider ;;
        1) _orchard_ask tank ;;
      esac
      ;;
  esac
}

complete -F _orchard orchard
