"""Who may log in, and with what.

Everything here is made up, and what must stay secret has the word `kanarie` in it where its form
allows, so that a test finds it wherever it leaks. The secret of the one-time codes is RFC 6238's.
"""
SMART_CLIENT = "KANARIE01"
# Its books are empty; what it asks counts for itself.
SECOND_CLIENT = "KANARIE02"
PIN = "kanarie-pin"
# As the broker has them, four digits.
DIGIT_PIN = "4826"
TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
SMART_API_KEY = "kanarie-smart-key"
SECOND_API_KEY = "kanarie-second-key"
KITE_CLIENT = "KAN001"
KITE_API_KEY = "kanariekitekey00"
KITE_API_SECRET = "kanarie-kite-secret"
# Each of these works once; more come from the control port.
REQUEST_TOKENS = [f"kanarie-request-{number}" for number in range(1, 10)]

CLIENTS = {SMART_CLIENT: (PIN, DIGIT_PIN), SECOND_CLIENT: (PIN, DIGIT_PIN)}
API_KEYS = {SMART_API_KEY, SECOND_API_KEY}
