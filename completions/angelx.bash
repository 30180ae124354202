# Completes angelx in bash; made from the declarations of its commands.

# Offers the lines that come in, behind what a list already holds.
_angelx_offer() {
  local line
  while IFS= read -r line; do COMPREPLY+=("$head$line"); done
}

_angelx_words() { _angelx_offer < <(compgen -W "$*" -- "$current"); }

_angelx_paths() {
  compopt -o filenames 2>/dev/null
  _angelx_offer < <(compgen "$1" -- "$current")
}

# Asks the program for values.
_angelx_ask() {
  local program=${COMP_WORDS[0]/#\~/$HOME}
  _angelx_offer < <("$program" __complete "$1" "$current" "$command" 2>/dev/null)
}

# Completes what stands behind the last comma.
_angelx_list() {
  compopt -o nospace 2>/dev/null
  [[ $current != *,* ]] || head=${current%,*},
  current=${current##*,}
  "$@"
}

# Counts the words before the current one that belong to no option.
# The arguments are the options that take a value.
_angelx_count() {
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

_angelx() {
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
    _angelx_words fetch-chain greeks filter validate-config bench help --help --version
    return
  fi
  case $command in
    help)
      ((COMP_CWORD > 2)) || _angelx_words fetch-chain greeks filter validate-config bench
      ;;
    fetch-chain)
      case $previous in
        --expiry) _angelx_list _angelx_words nearest next monthly all expiry next-expiry; return ;;
        --order) _angelx_words money strike; return ;;
        --broker) _angelx_list _angelx_words angelone kite; return ;;
        --record) _angelx_paths -f; return ;;
        --replay) _angelx_paths -f; return ;;
        --candles) _angelx_words 1m 3m 5m 10m 15m 30m 1h 1d; return ;;
        --from) _angelx_paths -f; return ;;
        --volume-in) _angelx_words units lots; return ;;
        --tables) _angelx_paths -f; return ;;
        --rejects) _angelx_paths -f; return ;;
        --home) _angelx_paths -f; return ;;
        --store) _angelx_paths -f; return ;;
        --config) _angelx_paths -f; return ;;
        -o|--output) _angelx_paths -f; return ;;
        -f|--format) _angelx_words jsonl json csv tsv table; return ;;
        --color) _angelx_words auto always never; return ;;
        --progress) _angelx_words auto always never; return ;;
        --log-format) _angelx_words text json; return ;;
        --log-file) _angelx_paths -f; return ;;
        --strikes|--watch|--stream|--until|--max-age|--since|--grep|--fields|--max-errors|--max-line|--max-inflated|--env|--now|-j|--jobs|--log-max-bytes|--log-backup-count) return ;;
      esac
      if [[ $current == -* ]]; then
        _angelx_words --expiry --strikes --order --changed --watch --stream --until --broker --max-age --warm --record --replay --candles --since --instruments --grep --log-in --log-out --health --from --volume-in --require-match --tables --fields --strict --max-errors --rejects --max-line --max-inflated --assume-ist --keep --dry-run --home --store --config --env --now -o --output -f --format -j --jobs -q --quiet -v --verbose --color --progress --log-format --log-file --log-max-bytes --log-backup-count --explain-options -h --help --version
        return
      fi
      _angelx_count --expiry --strikes --order --watch --stream --until --broker --max-age --record --replay --candles --since --grep --from --volume-in --tables --fields --max-errors --rejects --max-line --max-inflated --home --store --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count
      case $place in
        *) : ;;
      esac
      ;;
    greeks)
      case $previous in
        --expiry) _angelx_words nearest next monthly all expiry next-expiry; return ;;
        --right) _angelx_words CE PE; return ;;
        --forward-from) _angelx_words auto given future parity spot; return ;;
        --price-from) _angelx_words auto mid ltp bid ask close; return ;;
        --iv-side) _angelx_words own otm; return ;;
        --model) _angelx_words auto black76 bsm; return ;;
        --day-count) _angelx_words 365 365.25 252; return ;;
        --greeks) _angelx_list _angelx_words first second all delta gamma theta theta_1d vega rho vanna vomma charm veta speed zomma color ultima; return ;;
        --units) _angelx_words people raw; return ;;
        --compare) _angelx_paths -f; return ;;
        --tables) _angelx_paths -d; return ;;
        --symbols) _angelx_words kite angel openalgo nse noren yymmdd; return ;;
        --rejects) _angelx_paths -f; return ;;
        --home) _angelx_paths -f; return ;;
        --store) _angelx_paths -f; return ;;
        --config) _angelx_paths -f; return ;;
        -o|--output) _angelx_paths -f; return ;;
        -f|--format) _angelx_words jsonl json csv tsv table; return ;;
        --color) _angelx_words auto always never; return ;;
        --progress) _angelx_words auto always never; return ;;
        --log-format) _angelx_words text json; return ;;
        --log-file) _angelx_paths -f; return ;;
        --scenario|--underlying|--strike|--price|--at|--forward|--spot|--iv|--rate|--yield|--expiry-time|--fields|--max-errors|--max-line|--max-inflated|--env|--now|-j|--jobs|--log-max-bytes|--log-backup-count) return ;;
      esac
      if [[ $current == -* ]]; then
        _angelx_words --explain --chain-summary --net --broker-fields --scenario --underlying --expiry --strike --right --price --at --forward --spot --iv --own-iv --forward-from --snapshots --price-from --iv-side --model --rate --yield --day-count --expiry-time --greeks --units --per-lot --compare --tables --symbols --fields --strict --max-errors --rejects --max-line --max-inflated --assume-ist --keep --dry-run --home --store --config --env --now -o --output -f --format -j --jobs -q --quiet -v --verbose --color --progress --log-format --log-file --log-max-bytes --log-backup-count --explain-options -h --help --version
        return
      fi
      _angelx_count --scenario --underlying --expiry --strike --right --price --at --forward --spot --iv --forward-from --price-from --iv-side --model --rate --yield --day-count --expiry-time --greeks --units --compare --tables --symbols --fields --max-errors --rejects --max-line --max-inflated --home --store --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count
      case $place in
        *) _angelx_paths -f ;;
      esac
      ;;
    filter)
      case $previous in
        --rejects) _angelx_paths -f; return ;;
        --config) _angelx_paths -f; return ;;
        -o|--output) _angelx_paths -f; return ;;
        -f|--format) _angelx_words jsonl json csv tsv table; return ;;
        --color) _angelx_words auto always never; return ;;
        --progress) _angelx_words auto always never; return ;;
        --log-format) _angelx_words text json; return ;;
        --log-file) _angelx_paths -f; return ;;
        -w|--where|-n|--head|--fields|--max-errors|--max-line|--max-inflated|--env|--now|-j|--jobs|--log-max-bytes|--log-backup-count) return ;;
      esac
      if [[ $current == -* ]]; then
        _angelx_words -w --where --all -c --count -n --head --require-match --explain --fields --strict --max-errors --rejects --max-line --max-inflated --assume-ist --config --env --now -o --output -f --format -j --jobs -q --quiet -v --verbose --color --progress --log-format --log-file --log-max-bytes --log-backup-count --explain-options -h --help --version
        return
      fi
      _angelx_count -w --where -n --head --fields --max-errors --rejects --max-line --max-inflated --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count
      case $place in
        *) _angelx_paths -f ;;
      esac
      ;;
    validate-config)
      case $previous in
        --explain) _angelx_ask config-key; return ;;
        --tables) _angelx_paths -f; return ;;
        --home) _angelx_paths -f; return ;;
        --store) _angelx_paths -f; return ;;
        --config) _angelx_paths -f; return ;;
        -o|--output) _angelx_paths -f; return ;;
        -f|--format) _angelx_words jsonl json csv tsv table; return ;;
        --color) _angelx_words auto always never; return ;;
        --progress) _angelx_words auto always never; return ;;
        --log-format) _angelx_words text json; return ;;
        --log-file) _angelx_paths -f; return ;;
        --unfreeze|--kill|--release|--accept-log|--env|--now|-j|--jobs|--log-max-bytes|--log-backup-count) return ;;
      esac
      if [[ $current == -* ]]; then
        _angelx_words --strict --keys --explain --effective --diff --init --tables --freeze --unfreeze --check-freeze --kill --release --store-check --log-check --accept-log --online --test-alerts --metrics --crontab --timers --dry-run --home --store --config --env --now -o --output -f --format -j --jobs -q --quiet -v --verbose --color --progress --log-format --log-file --log-max-bytes --log-backup-count --explain-options -h --help --version
        return
      fi
      _angelx_count --explain --tables --unfreeze --kill --release --accept-log --home --store --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count
      case $place in
        *) _angelx_paths -f ;;
      esac
      ;;
    bench)
      case $previous in
        --config) _angelx_paths -f; return ;;
        -o|--output) _angelx_paths -f; return ;;
        -f|--format) _angelx_words jsonl json csv tsv table; return ;;
        --color) _angelx_words auto always never; return ;;
        --progress) _angelx_words auto always never; return ;;
        --log-format) _angelx_words text json; return ;;
        --log-file) _angelx_paths -f; return ;;
        --passes|--env|--now|-j|--jobs|--log-max-bytes|--log-backup-count) return ;;
      esac
      if [[ $current == -* ]]; then
        _angelx_words --quick --passes --list --require --config --env --now -o --output -f --format -j --jobs -q --quiet -v --verbose --color --progress --log-format --log-file --log-max-bytes --log-backup-count --explain-options -h --help --version
        return
      fi
      _angelx_count --passes --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count
      case $place in
        *) _angelx_words price greeks iv pipe stream-decode master-parse ;;
      esac
      ;;
  esac
}

complete -F _angelx angelx
