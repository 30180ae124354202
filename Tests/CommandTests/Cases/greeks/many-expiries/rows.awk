BEGIN { for (j = 0; j < p; j++) row("NIFTY", "2026-11-23"); for (i = 1; i <= 2500; i++) { for (k = 0; k < 6; k++) row("NIFTY", "2026-11-23"); row("F" i, "2035-01-01") } }
function row(name, day) { print "{\"ts\":\"2026-11-20T15:29:58+05:30\",\"underlying\":\"" name "\",\"expiry\":\"" day "\",\"strike\":24500,\"right\":\"CE\",\"ltp\":150,\"forward\":24525}" }
