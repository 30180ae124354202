# Completes orchard in fish; made from the declarations of its commands.

# Whether no command is typed yet.
function __orchard_starts
    test (count (commandline -opc)) -eq 1
end

# Whether the command typed is COMMAND.
function __orchard_uses --argument-names command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = "$command"
end

# Whether the word typed is the positional of COMMAND with the number PLACE, or a later one
# when PLACE ends in +. The further arguments are the options that take a value.
function __orchard_at --argument-names command place
    __orchard_uses $command; or return 1
    set -l words (commandline -opc)[3..-1]
    set -l count 0
    set -l skip 0
    for word in $words
        if test $skip -eq 1
            set skip 0
        else if contains -- $word $argv[3..-1]
            set skip 1
        else if not string match -q -- '-?*' $word
            set count (math $count + 1)
        end
    end
    if string match -q -- '*+' $place
        test $count -ge (string trim -c + -- $place)
    else
        test $count -eq $place
    end
end

# The value typed so far, without the option in front of it.
function __orchard_typed
    string replace -r -- '^--[^=]*=' '' (commandline -ct)
end

# The values that come in, behind what a list already holds.
function __orchard_list
    set -l head (string match -r -- '^.*,' (__orchard_typed); or echo '')
    while read -l value
        echo $head$value
    end
end

# Asks the program for values.
function __orchard_ask --argument-names key
    set -l words (commandline -opc)
    set -l prefix (string replace -r -- '^.*,' '' (__orchard_typed))
    $words[1] __complete $key "$prefix" $words[2] 2>/dev/null
end

complete -c orchard -f
complete -c orchard -n __orchard_starts -a pick -d 'Pick the fruit that is ripe.'
complete -c orchard -n __orchard_starts -a press -d 'Press fruit.'
complete -c orchard -n __orchard_starts -a help -d 'Explain a command.'
complete -c orchard -n __orchard_starts -l help -d 'Show this help, and stop.'
complete -c orchard -n __orchard_starts -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c orchard -n '__orchard_at help 0' -a 'pick press'

complete -c orchard -n '__orchard_uses pick' -s w -l where -x -d 'Keep the fruit for which EXPR holds.'
complete -c orchard -n '__orchard_uses pick' -l fruit -x -a 'apple pear plum' -d 'Keep one kind of fruit.'
complete -c orchard -n '__orchard_uses pick' -l kinds -x -a '(printf \'%s\\n\' apple pear plum | __orchard_list)' -d 'Keep several kinds of fruit.'
complete -c orchard -n '__orchard_uses pick' -l trees -x -a '(__orchard_ask tree | __orchard_list)' -d 'Keep the fruit of these trees: names, not numbers.'
complete -c orchard -n '__orchard_uses pick' -s n -l head -x -d 'Stop after N fruits.'
complete -c orchard -n '__orchard_uses pick' -l offset -x -d 'Start N fruits later, or earlier when N is negative.'
complete -c orchard -n '__orchard_uses pick' -l least -x -d 'Leave out what weighs less.'
complete -c orchard -n '__orchard_uses pick' -s a -l all -d 'Pick the green ones too.'
complete -c orchard -n '__orchard_uses pick' -s r -l reverse -d 'Begin with the last.'
complete -c orchard -n '__orchard_uses pick' -l config -r -F -d 'Read the settings from this file.'
complete -c orchard -n '__orchard_uses pick' -s j -l jobs -x -d 'How many hands work.'
complete -c orchard -n '__orchard_uses pick' -l color -x -a 'auto always never' -d 'When to use colour.'
complete -c orchard -n '__orchard_uses pick' -s q -l quiet -d 'Say nothing but errors.'
complete -c orchard -n '__orchard_uses pick' -l explain-options -d 'Say where the value of each option comes from, and stop.'
complete -c orchard -n '__orchard_uses pick' -s h -l help -d 'Show this help, and stop.'
complete -c orchard -n '__orchard_uses pick' -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c orchard -n '__orchard_at pick 0+ -w --where --fruit --kinds --trees -n --head --offset --least --config -j --jobs --color' -F

complete -c orchard -n '__orchard_uses press' -s s -l size -x -d 'How much of it.'
complete -c orchard -n '__orchard_uses press' -l cellar -x -a '(__fish_complete_directories (__orchard_typed))' -d 'Where the tanks stand.'
complete -c orchard -n '__orchard_uses press' -l label -x -d 'What stands on the bottle, say 50% "vol" [x]:y.'
complete -c orchard -n '__orchard_uses press' -l config -r -F -d 'Read the settings from this file.'
complete -c orchard -n '__orchard_uses press' -s j -l jobs -x -d 'How many hands work.'
complete -c orchard -n '__orchard_uses press' -l color -x -a 'auto always never' -d 'When to use colour.'
complete -c orchard -n '__orchard_uses press' -s q -l quiet -d 'Say nothing but errors.'
complete -c orchard -n '__orchard_uses press' -l explain-options -d 'Say where the value of each option comes from, and stop.'
complete -c orchard -n '__orchard_uses press' -s h -l help -d 'Show this help, and stop.'
complete -c orchard -n '__orchard_uses press' -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c orchard -n '__orchard_at press 0 -s --size --cellar --label --config -j --jobs --color' -f -a 'juice cider'
complete -c orchard -n '__orchard_at press 1 -s --size --cellar --label --config -j --jobs --color' -f -a '(__orchard_ask tank)'
