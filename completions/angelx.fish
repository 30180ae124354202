# Completes angelx in fish; made from the declarations of its commands.

# Whether no command is typed yet.
function __angelx_starts
    test (count (commandline -opc)) -eq 1
end

# Whether the command typed is COMMAND.
function __angelx_uses --argument-names command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = "$command"
end

# Whether the word typed is the positional of COMMAND with the number PLACE, or a later one
# when PLACE ends in +. The further arguments are the options that take a value.
function __angelx_at --argument-names command place
    __angelx_uses $command; or return 1
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
function __angelx_typed
    string replace -r -- '^--[^=]*=' '' (commandline -ct)
end

# The values that come in, behind what a list already holds.
function __angelx_list
    set -l head (string match -r -- '^.*,' (__angelx_typed); or echo '')
    while read -l value
        echo $head$value
    end
end

# Asks the program for values.
function __angelx_ask --argument-names key
    set -l words (commandline -opc)
    set -l prefix (string replace -r -- '^.*,' '' (__angelx_typed))
    $words[1] __complete $key "$prefix" $words[2] 2>/dev/null
end

complete -c angelx -f
complete -c angelx -n __angelx_starts -a fetch-chain -d 'Fetch option chains from brokers, or read them out of daily files.'
complete -c angelx -n __angelx_starts -a greeks -d 'Price options, and find their implied volatilities and sensitivities.'
complete -c angelx -n __angelx_starts -a filter -d 'Pass on the records for which a condition holds.'
complete -c angelx -n __angelx_starts -a validate-config -d 'Check the configuration, all of it in one run.'
complete -c angelx -n __angelx_starts -a bench -d 'Measure how fast the program is on this machine.'
complete -c angelx -n __angelx_starts -a help -d 'Explain a command.'
complete -c angelx -n __angelx_starts -l help -d 'Show this help, and stop.'
complete -c angelx -n __angelx_starts -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c angelx -n '__angelx_at help 0' -a 'fetch-chain greeks filter validate-config bench'

complete -c angelx -n '__angelx_uses fetch-chain' -l expiry -x -a '(printf \'%s\\n\' nearest next monthly all expiry next-expiry | __angelx_list)' -d 'Take only these expiries.'
complete -c angelx -n '__angelx_uses fetch-chain' -l strikes -x -d 'Take N strikes on either side of the money, or all.'
complete -c angelx -n '__angelx_uses fetch-chain' -l order -x -a 'money strike' -d 'Write options from the money outward, or by strike.'
complete -c angelx -n '__angelx_uses fetch-chain' -l changed -d 'Write only rows that differ from the last ones.'
complete -c angelx -n '__angelx_uses fetch-chain' -l watch -x -d 'Fetch again each SPAN, by the clock, until --until.'
complete -c angelx -n '__angelx_uses fetch-chain' -l stream -x -d 'Write ticks as they come, for SPAN such as 30s or 5m.'
complete -c angelx -n '__angelx_uses fetch-chain' -l until -x -d 'The end of --watch, --stream or --candles, such as 15:30 or a day.'
complete -c angelx -n '__angelx_uses fetch-chain' -l broker -x -a '(printf \'%s\\n\' angelone kite | __angelx_list)' -d 'Ask these brokers, in this order: angelone, kite.'
complete -c angelx -n '__angelx_uses fetch-chain' -l max-age -x -d 'Take what was fetched before, if it is no older than SPAN.'
complete -c angelx -n '__angelx_uses fetch-chain' -l warm -d 'Fetch for later commands, and write nothing.'
complete -c angelx -n '__angelx_uses fetch-chain' -l record -r -F -d 'Keep every call and its answer in FOLDER.'
complete -c angelx -n '__angelx_uses fetch-chain' -l replay -r -F -d 'Take the answers out of FOLDER instead of asking.'
complete -c angelx -n '__angelx_uses fetch-chain' -l candles -x -a '1m 3m 5m 10m 15m 30m 1h 1d' -d 'Fetch candles of 1m, 3m, 5m, 10m, 15m, 30m, 1h or 1d, of indices or contracts.'
complete -c angelx -n '__angelx_uses fetch-chain' -l since -x -d 'Where the candles begin, such as 09:15 or a day.'
complete -c angelx -n '__angelx_uses fetch-chain' -l instruments -d 'Write the indices and derivatives that the broker lists, without prices.'
complete -c angelx -n '__angelx_uses fetch-chain' -l grep -x -d 'Write only instruments with TEXT in their names.'
complete -c angelx -n '__angelx_uses fetch-chain' -l log-in -d 'Log in and fetch nothing; at Kite the address comes from standard input.'
complete -c angelx -n '__angelx_uses fetch-chain' -l log-out -d 'End the sessions and fetch nothing.'
complete -c angelx -n '__angelx_uses fetch-chain' -l health -d 'Say how the brokers are and fetch nothing.'
complete -c angelx -n '__angelx_uses fetch-chain' -l from -r -F -d 'Read FILE instead of asking a broker; - is standard input.'
complete -c angelx -n '__angelx_uses fetch-chain' -l volume-in -x -a 'units lots' -d 'In what the unified daily file counts volume.'
complete -c angelx -n '__angelx_uses fetch-chain' -l require-match -d 'End with status 1 when there was no row.'
complete -c angelx -n '__angelx_uses fetch-chain' -l tables -r -F -d 'Take market tables from FOLDER, row by row beside those that come with angelx.'
complete -c angelx -n '__angelx_uses fetch-chain' -l fields -x -d 'Write only these fields, in this order.'
complete -c angelx -n '__angelx_uses fetch-chain' -l strict -d 'Stop at the first broken record.'
complete -c angelx -n '__angelx_uses fetch-chain' -l max-errors -x -d 'Stop when more than N records are broken.'
complete -c angelx -n '__angelx_uses fetch-chain' -l rejects -r -F -d 'Keep the broken records in FILE, byte for byte.'
complete -c angelx -n '__angelx_uses fetch-chain' -l max-line -x -d 'How long a record may be before it is given up.'
complete -c angelx -n '__angelx_uses fetch-chain' -l max-inflated -x -d 'Give up a packed input that expands to more than SIZE.'
complete -c angelx -n '__angelx_uses fetch-chain' -l assume-ist -d 'Take a time without an offset in a record for one of India.'
complete -c angelx -n '__angelx_uses fetch-chain' -l keep -d 'Keep the rows in the store as well.'
complete -c angelx -n '__angelx_uses fetch-chain' -l dry-run -d 'Keep nothing, and say what --keep would.'
complete -c angelx -n '__angelx_uses fetch-chain' -l home -r -F -d 'The folder that holds what angelx remembers.'
complete -c angelx -n '__angelx_uses fetch-chain' -l store -r -F -d 'The store, where it is not angelx.db in the home.'
complete -c angelx -n '__angelx_uses fetch-chain' -l config -r -F -d 'Read the configuration from FILE.'
complete -c angelx -n '__angelx_uses fetch-chain' -l env -x -d 'The environment, such as production.'
complete -c angelx -n '__angelx_uses fetch-chain' -l now -x -d 'Take TIME for the present.'
complete -c angelx -n '__angelx_uses fetch-chain' -s o -l output -r -F -d 'Write the result to FILE instead of standard output.'
complete -c angelx -n '__angelx_uses fetch-chain' -s f -l format -x -a 'jsonl json csv tsv table' -d 'The format of the result.'
complete -c angelx -n '__angelx_uses fetch-chain' -s j -l jobs -x -d 'How many threads work.'
complete -c angelx -n '__angelx_uses fetch-chain' -s q -l quiet -d 'Say nothing on standard error but errors.'
complete -c angelx -n '__angelx_uses fetch-chain' -s v -l verbose -d 'Say more on standard error.'
complete -c angelx -n '__angelx_uses fetch-chain' -l color -x -a 'auto always never' -d 'Whether to use colour.'
complete -c angelx -n '__angelx_uses fetch-chain' -l progress -x -a 'auto always never' -d 'Whether to show a progress bar on standard error.'
complete -c angelx -n '__angelx_uses fetch-chain' -l log-format -x -a 'text json' -d 'The form of the messages on standard error.'
complete -c angelx -n '__angelx_uses fetch-chain' -l log-file -r -F -d 'Write the messages to the end of FILE as well.'
complete -c angelx -n '__angelx_uses fetch-chain' -l log-max-bytes -x -d 'The size beyond which the file of messages does not grow.'
complete -c angelx -n '__angelx_uses fetch-chain' -l log-backup-count -x -d 'How many older files of messages are kept.'
complete -c angelx -n '__angelx_uses fetch-chain' -l explain-options -d 'Say where the value of each option comes from, and stop.'
complete -c angelx -n '__angelx_uses fetch-chain' -s h -l help -d 'Show this help, and stop.'
complete -c angelx -n '__angelx_uses fetch-chain' -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'

complete -c angelx -n '__angelx_uses greeks' -l explain -d 'Say on standard error where each forward and price came from.'
complete -c angelx -n '__angelx_uses greeks' -l chain-summary -d 'Write one record for each expiry of a snapshot instead.'
complete -c angelx -n '__angelx_uses greeks' -l net -d 'Write what the positions in the rows come to together instead.'
complete -c angelx -n '__angelx_uses greeks' -l broker-fields -d 'Write only the fields of Angel One\'s answer to optionGreek, as it names and formats them.'
complete -c angelx -n '__angelx_uses greeks' -l scenario -x -d 'Write what the positions would gain as the market moves.'
complete -c angelx -n '__angelx_uses greeks' -l underlying -x -d 'The underlying, such as NIFTY.'
complete -c angelx -n '__angelx_uses greeks' -l expiry -x -a 'nearest next monthly all expiry next-expiry' -d 'The day of expiry, or its name: nearest (or expiry), next (or next-expiry), monthly.'
complete -c angelx -n '__angelx_uses greeks' -l strike -x -d 'The strike.'
complete -c angelx -n '__angelx_uses greeks' -l right -x -a 'CE PE' -d 'A call, CE, or a put, PE.'
complete -c angelx -n '__angelx_uses greeks' -l price -x -d 'The price of the option, from which its volatility is found.'
complete -c angelx -n '__angelx_uses greeks' -l at -x -d 'Value as of TIME instead of each row\'s own time.'
complete -c angelx -n '__angelx_uses greeks' -l forward -x -d 'The forward, where a row has none of its own.'
complete -c angelx -n '__angelx_uses greeks' -l spot -x -d 'The spot price, where a row has none of its own.'
complete -c angelx -n '__angelx_uses greeks' -l iv -x -d 'Value with this volatility instead of finding it from prices.'
complete -c angelx -n '__angelx_uses greeks' -l own-iv -d 'Value with the volatility in a row\'s field iv, where there is one.'
complete -c angelx -n '__angelx_uses greeks' -l forward-from -x -a 'auto given future parity spot' -d 'Where the forward comes from.'
complete -c angelx -n '__angelx_uses greeks' -l snapshots -d 'Look for snapshots also where the first record has a forward of its own.'
complete -c angelx -n '__angelx_uses greeks' -l price-from -x -a 'auto mid ltp bid ask close' -d 'Which price of a row counts.'
complete -c angelx -n '__angelx_uses greeks' -l iv-side -x -a 'own otm' -d 'Whose price gives the volatility of an option in the money.'
complete -c angelx -n '__angelx_uses greeks' -l model -x -a 'auto black76 bsm' -d 'Which formula prices an option.'
complete -c angelx -n '__angelx_uses greeks' -l rate -x -d 'The interest rate a year, continuously compounded.'
complete -c angelx -n '__angelx_uses greeks' -l yield -x -d 'The dividend yield a year, continuously compounded.'
complete -c angelx -n '__angelx_uses greeks' -l day-count -x -a '365 365.25 252' -d 'How many days a year has.'
complete -c angelx -n '__angelx_uses greeks' -l expiry-time -x -d 'The time of day at which contracts expire.'
complete -c angelx -n '__angelx_uses greeks' -l greeks -x -a '(printf \'%s\\n\' first second all delta gamma theta theta_1d vega rho vanna vomma charm veta speed zomma color ultima | __angelx_list)' -d 'Which sensitivities are written.'
complete -c angelx -n '__angelx_uses greeks' -l units -x -a 'people raw' -d 'The units of the values.'
complete -c angelx -n '__angelx_uses greeks' -l per-lot -d 'Add what a lot is worth and gains, in rupees.'
complete -c angelx -n '__angelx_uses greeks' -l compare -r -F -d 'Set the Greeks that a broker gave beside ours.'
complete -c angelx -n '__angelx_uses greeks' -l tables -x -a '(__fish_complete_directories (__angelx_typed))' -d 'Take market tables from FOLDER, row by row beside those that come with angelx.'
complete -c angelx -n '__angelx_uses greeks' -l symbols -x -a 'kite angel openalgo nse noren yymmdd' -d 'Whose symbols they are, where they can be read in two ways.'
complete -c angelx -n '__angelx_uses greeks' -l fields -x -d 'Write only these fields, in this order.'
complete -c angelx -n '__angelx_uses greeks' -l strict -d 'Stop at the first broken record.'
complete -c angelx -n '__angelx_uses greeks' -l max-errors -x -d 'Stop when more than N records are broken.'
complete -c angelx -n '__angelx_uses greeks' -l rejects -r -F -d 'Keep the broken records in FILE, byte for byte.'
complete -c angelx -n '__angelx_uses greeks' -l max-line -x -d 'How long a record may be before it is given up.'
complete -c angelx -n '__angelx_uses greeks' -l max-inflated -x -d 'Give up a packed input that expands to more than SIZE.'
complete -c angelx -n '__angelx_uses greeks' -l assume-ist -d 'Take a time without an offset in a record for one of India.'
complete -c angelx -n '__angelx_uses greeks' -l keep -d 'Keep the rows in the store as well.'
complete -c angelx -n '__angelx_uses greeks' -l dry-run -d 'Keep nothing, and say what --keep would.'
complete -c angelx -n '__angelx_uses greeks' -l home -r -F -d 'The folder that holds what angelx remembers.'
complete -c angelx -n '__angelx_uses greeks' -l store -r -F -d 'The store, where it is not angelx.db in the home.'
complete -c angelx -n '__angelx_uses greeks' -l config -r -F -d 'Read the configuration from FILE.'
complete -c angelx -n '__angelx_uses greeks' -l env -x -d 'The environment, such as production.'
complete -c angelx -n '__angelx_uses greeks' -l now -x -d 'Take TIME for the present.'
complete -c angelx -n '__angelx_uses greeks' -s o -l output -r -F -d 'Write the result to FILE instead of standard output.'
complete -c angelx -n '__angelx_uses greeks' -s f -l format -x -a 'jsonl json csv tsv table' -d 'The format of the result.'
complete -c angelx -n '__angelx_uses greeks' -s j -l jobs -x -d 'How many threads work.'
complete -c angelx -n '__angelx_uses greeks' -s q -l quiet -d 'Say nothing on standard error but errors.'
complete -c angelx -n '__angelx_uses greeks' -s v -l verbose -d 'Say more on standard error.'
complete -c angelx -n '__angelx_uses greeks' -l color -x -a 'auto always never' -d 'Whether to use colour.'
complete -c angelx -n '__angelx_uses greeks' -l progress -x -a 'auto always never' -d 'Whether to show a progress bar on standard error.'
complete -c angelx -n '__angelx_uses greeks' -l log-format -x -a 'text json' -d 'The form of the messages on standard error.'
complete -c angelx -n '__angelx_uses greeks' -l log-file -r -F -d 'Write the messages to the end of FILE as well.'
complete -c angelx -n '__angelx_uses greeks' -l log-max-bytes -x -d 'The size beyond which the file of messages does not grow.'
complete -c angelx -n '__angelx_uses greeks' -l log-backup-count -x -d 'How many older files of messages are kept.'
complete -c angelx -n '__angelx_uses greeks' -l explain-options -d 'Say where the value of each option comes from, and stop.'
complete -c angelx -n '__angelx_uses greeks' -s h -l help -d 'Show this help, and stop.'
complete -c angelx -n '__angelx_uses greeks' -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c angelx -n '__angelx_at greeks 0+ --scenario --underlying --expiry --strike --right --price --at --forward --spot --iv --forward-from --price-from --iv-side --model --rate --yield --day-count --expiry-time --greeks --units --compare --tables --symbols --fields --max-errors --rejects --max-line --max-inflated --home --store --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count' -F

complete -c angelx -n '__angelx_uses filter' -s w -l where -x -d 'The condition that a record must meet.'
complete -c angelx -n '__angelx_uses filter' -l all -d 'Pass on every record, with the verdict in the field passed.'
complete -c angelx -n '__angelx_uses filter' -s c -l count -d 'Write only how many records passed.'
complete -c angelx -n '__angelx_uses filter' -s n -l head -x -d 'Stop after N records have passed.'
complete -c angelx -n '__angelx_uses filter' -l require-match -d 'End with status 1 when no record passed.'
complete -c angelx -n '__angelx_uses filter' -l explain -d 'Say on standard error why each record passed or did not.'
complete -c angelx -n '__angelx_uses filter' -l fields -x -d 'Write only these fields, in this order.'
complete -c angelx -n '__angelx_uses filter' -l strict -d 'Stop at the first broken record.'
complete -c angelx -n '__angelx_uses filter' -l max-errors -x -d 'Stop when more than N records are broken.'
complete -c angelx -n '__angelx_uses filter' -l rejects -r -F -d 'Keep the broken records in FILE, byte for byte.'
complete -c angelx -n '__angelx_uses filter' -l max-line -x -d 'How long a record may be before it is given up.'
complete -c angelx -n '__angelx_uses filter' -l max-inflated -x -d 'Give up a packed input that expands to more than SIZE.'
complete -c angelx -n '__angelx_uses filter' -l assume-ist -d 'Take a time without an offset in a record for one of India.'
complete -c angelx -n '__angelx_uses filter' -l config -r -F -d 'Read the configuration from FILE.'
complete -c angelx -n '__angelx_uses filter' -l env -x -d 'The environment, such as production.'
complete -c angelx -n '__angelx_uses filter' -l now -x -d 'Take TIME for the present.'
complete -c angelx -n '__angelx_uses filter' -s o -l output -r -F -d 'Write the result to FILE instead of standard output.'
complete -c angelx -n '__angelx_uses filter' -s f -l format -x -a 'jsonl json csv tsv table' -d 'The format of the result.'
complete -c angelx -n '__angelx_uses filter' -s j -l jobs -x -d 'How many threads work.'
complete -c angelx -n '__angelx_uses filter' -s q -l quiet -d 'Say nothing on standard error but errors.'
complete -c angelx -n '__angelx_uses filter' -s v -l verbose -d 'Say more on standard error.'
complete -c angelx -n '__angelx_uses filter' -l color -x -a 'auto always never' -d 'Whether to use colour.'
complete -c angelx -n '__angelx_uses filter' -l progress -x -a 'auto always never' -d 'Whether to show a progress bar on standard error.'
complete -c angelx -n '__angelx_uses filter' -l log-format -x -a 'text json' -d 'The form of the messages on standard error.'
complete -c angelx -n '__angelx_uses filter' -l log-file -r -F -d 'Write the messages to the end of FILE as well.'
complete -c angelx -n '__angelx_uses filter' -l log-max-bytes -x -d 'The size beyond which the file of messages does not grow.'
complete -c angelx -n '__angelx_uses filter' -l log-backup-count -x -d 'How many older files of messages are kept.'
complete -c angelx -n '__angelx_uses filter' -l explain-options -d 'Say where the value of each option comes from, and stop.'
complete -c angelx -n '__angelx_uses filter' -s h -l help -d 'Show this help, and stop.'
complete -c angelx -n '__angelx_uses filter' -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c angelx -n '__angelx_at filter 0+ -w --where -n --head --fields --max-errors --rejects --max-line --max-inflated --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count' -F

complete -c angelx -n '__angelx_uses validate-config' -l strict -d 'Count warnings as errors.'
complete -c angelx -n '__angelx_uses validate-config' -l keys -d 'List all keys with what they may hold, and check nothing.'
complete -c angelx -n '__angelx_uses validate-config' -l explain -x -a '(__angelx_ask config-key)' -d 'Show everything about KEY, and check nothing.'
complete -c angelx -n '__angelx_uses validate-config' -l effective -d 'List the value of every key with who has set it.'
complete -c angelx -n '__angelx_uses validate-config' -l diff -d 'List the keys whose values differ between two FILEs, each read without the other; the exit status is 1 if any do.'
complete -c angelx -n '__angelx_uses validate-config' -l init -d 'Write a file to begin with: all keys, commented out.'
complete -c angelx -n '__angelx_uses validate-config' -l tables -r -F -d 'Take market tables from FOLDER, row by row beside those that come with angelx.'
complete -c angelx -n '__angelx_uses validate-config' -l freeze -d 'Check, and fix the keys of the trading rules for the day.'
complete -c angelx -n '__angelx_uses validate-config' -l unfreeze -x -d 'Fix the keys as they are now, for REASON, which is recorded in the log.'
complete -c angelx -n '__angelx_uses validate-config' -l check-freeze -d 'List the keys that are not what was fixed; the exit status is 78 if any are.'
complete -c angelx -n '__angelx_uses validate-config' -l kill -x -d 'Stop everything that could open risk from now on, for REASON, whatever the configuration is.'
complete -c angelx -n '__angelx_uses validate-config' -l release -x -d 'Take the kill switch back, for REASON, which is recorded in the log.'
complete -c angelx -n '__angelx_uses validate-config' -l store-check -d 'Check the store instead: its pages, plans and sizes.'
complete -c angelx -n '__angelx_uses validate-config' -l log-check -d 'Check that nothing was changed in the log of what was done.'
complete -c angelx -n '__angelx_uses validate-config' -l accept-log -x -d 'Accept a log whose end was cut off or restored from a copy, and record REASON.'
complete -c angelx -n '__angelx_uses validate-config' -l online -d 'Check also whether the servers of the configuration answer and the brokers accept the login, and the clock.'
complete -c angelx -n '__angelx_uses validate-config' -l test-alerts -d 'Send an alert through every handler that is on.'
complete -c angelx -n '__angelx_uses validate-config' -l metrics -d 'Write the metrics of the store to METRICS_TEXTFILE and METRICS_PUSH_URL, or print them.'
complete -c angelx -n '__angelx_uses validate-config' -l crontab -d 'Print lines for a crontab instead.'
complete -c angelx -n '__angelx_uses validate-config' -l timers -d 'Print units for systemd instead.'
complete -c angelx -n '__angelx_uses validate-config' -l dry-run -d 'Say what would be done, and do nothing.'
complete -c angelx -n '__angelx_uses validate-config' -l home -r -F -d 'The folder that holds what angelx remembers.'
complete -c angelx -n '__angelx_uses validate-config' -l store -r -F -d 'The store, where it is not angelx.db in the home.'
complete -c angelx -n '__angelx_uses validate-config' -l config -r -F -d 'Read the configuration from FILE.'
complete -c angelx -n '__angelx_uses validate-config' -l env -x -d 'The environment, such as production.'
complete -c angelx -n '__angelx_uses validate-config' -l now -x -d 'Take TIME for the present.'
complete -c angelx -n '__angelx_uses validate-config' -s o -l output -r -F -d 'Write the result to FILE instead of standard output.'
complete -c angelx -n '__angelx_uses validate-config' -s f -l format -x -a 'jsonl json csv tsv table' -d 'The format of the result.'
complete -c angelx -n '__angelx_uses validate-config' -s j -l jobs -x -d 'How many threads work.'
complete -c angelx -n '__angelx_uses validate-config' -s q -l quiet -d 'Say nothing on standard error but errors.'
complete -c angelx -n '__angelx_uses validate-config' -s v -l verbose -d 'Say more on standard error.'
complete -c angelx -n '__angelx_uses validate-config' -l color -x -a 'auto always never' -d 'Whether to use colour.'
complete -c angelx -n '__angelx_uses validate-config' -l progress -x -a 'auto always never' -d 'Whether to show a progress bar on standard error.'
complete -c angelx -n '__angelx_uses validate-config' -l log-format -x -a 'text json' -d 'The form of the messages on standard error.'
complete -c angelx -n '__angelx_uses validate-config' -l log-file -r -F -d 'Write the messages to the end of FILE as well.'
complete -c angelx -n '__angelx_uses validate-config' -l log-max-bytes -x -d 'The size beyond which the file of messages does not grow.'
complete -c angelx -n '__angelx_uses validate-config' -l log-backup-count -x -d 'How many older files of messages are kept.'
complete -c angelx -n '__angelx_uses validate-config' -l explain-options -d 'Say where the value of each option comes from, and stop.'
complete -c angelx -n '__angelx_uses validate-config' -s h -l help -d 'Show this help, and stop.'
complete -c angelx -n '__angelx_uses validate-config' -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c angelx -n '__angelx_at validate-config 0+ --explain --tables --unfreeze --kill --release --accept-log --home --store --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count' -F

complete -c angelx -n '__angelx_uses bench' -l quick -d 'Measure less: fewer and shorter passes, fewer rows.'
complete -c angelx -n '__angelx_uses bench' -l passes -x -d 'How often everything is measured.'
complete -c angelx -n '__angelx_uses bench' -l list -d 'List the suites with their requirements, and measure nothing.'
complete -c angelx -n '__angelx_uses bench' -l require -d 'End with status 1 when a requirement is missed.'
complete -c angelx -n '__angelx_uses bench' -l config -r -F -d 'Read the configuration from FILE.'
complete -c angelx -n '__angelx_uses bench' -l env -x -d 'The environment, such as production.'
complete -c angelx -n '__angelx_uses bench' -l now -x -d 'Take TIME for the present.'
complete -c angelx -n '__angelx_uses bench' -s o -l output -r -F -d 'Write the result to FILE instead of standard output.'
complete -c angelx -n '__angelx_uses bench' -s f -l format -x -a 'jsonl json csv tsv table' -d 'The format of the result.'
complete -c angelx -n '__angelx_uses bench' -s j -l jobs -x -d 'How many threads work.'
complete -c angelx -n '__angelx_uses bench' -s q -l quiet -d 'Say nothing on standard error but errors.'
complete -c angelx -n '__angelx_uses bench' -s v -l verbose -d 'Say more on standard error.'
complete -c angelx -n '__angelx_uses bench' -l color -x -a 'auto always never' -d 'Whether to use colour.'
complete -c angelx -n '__angelx_uses bench' -l progress -x -a 'auto always never' -d 'Whether to show a progress bar on standard error.'
complete -c angelx -n '__angelx_uses bench' -l log-format -x -a 'text json' -d 'The form of the messages on standard error.'
complete -c angelx -n '__angelx_uses bench' -l log-file -r -F -d 'Write the messages to the end of FILE as well.'
complete -c angelx -n '__angelx_uses bench' -l log-max-bytes -x -d 'The size beyond which the file of messages does not grow.'
complete -c angelx -n '__angelx_uses bench' -l log-backup-count -x -d 'How many older files of messages are kept.'
complete -c angelx -n '__angelx_uses bench' -l explain-options -d 'Say where the value of each option comes from, and stop.'
complete -c angelx -n '__angelx_uses bench' -s h -l help -d 'Show this help, and stop.'
complete -c angelx -n '__angelx_uses bench' -l version -d 'Show the version, with --verbose also those of the libraries, and stop.'
complete -c angelx -n '__angelx_at bench 0+ --passes --config --env --now -o --output -f --format -j --jobs --color --progress --log-format --log-file --log-max-bytes --log-backup-count' -f -a 'price greeks iv pipe stream-decode master-parse'
