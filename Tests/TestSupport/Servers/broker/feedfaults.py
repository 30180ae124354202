"""Faults of the streams of ticks. Each begins after `count` ticks of a connection, 0 if it is not said."""
import struct

# What is done to the packet of one tick; what they give is sent, packet by packet.
PACKETS = {
    "wrong-length": lambda packet, rule: [packet[:-3]],
    "longer-packets": lambda packet, rule: [packet + b"\0" * 4],
    "duplicates": lambda packet, rule: [packet, packet],
    "empty-packets": lambda packet, rule: [b""],
    "unknown-mode": lambda packet, rule: [b"\x09" + packet[1:]],
    "unknown-token": lambda packet, rule: [
        packet[:2] + b"42424242".ljust(25, b"\0") + packet[27:] if rule["is_smart"]
        else struct.pack(">I", 424242 * 256 + 2) + packet[4:]],
    "bad-token": lambda packet, rule: [packet[:2] + b"\xff" * 25 + packet[27:]],
    "zero-prices": lambda packet, rule: [
        packet[:43] + bytes(8) + packet[51:] if rule["is_smart"]
        else packet[:4] + bytes(4) + packet[8:]],
}
# What is done with the whole connection.
CONNECTIONS = {
    "drop", "close", "silence", "no-pong", "no-ticks", "fragments", "stale-times", "out-of-order", "text-between",
    "large-frame", "flood", "complain", "refuse-401", "refuse-403", "refuse-429", "refuse-503",
}
KINDS = CONNECTIONS | PACKETS.keys()
EMPTY = {"kind": None, "count": 0}
