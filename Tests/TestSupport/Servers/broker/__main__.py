"""A fake of two brokers, Angel One's SmartAPI and Zerodha's Kite, and of the market behind them.

    broker FOLDER-OF-CERTIFICATES [--seed N] [--clock TIME|real] [--master-rows N]
    broker --self-check

It prints its ports as one line of JSON and ends with its standard input: smartapi, kite and master
speak HTTPS, smart-stream and kite-stream WebSockets over TLS, control plain HTTP (see control.py).
Whom it lets in is in accounts.py, what the market is like in market.py, the faults that can be
ordered in faults.py. TIME is like 2026-11-30T10:15:00, India's unless it has a zone.
"""
import argparse, asyncio, json, logging, os, sys, warnings

# The checkout stays as it is.
sys.dont_write_bytecode = True
warnings.simplefilter("ignore")

import web
from master import FEW


def arguments():
    parser = argparse.ArgumentParser(prog="broker")
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clock", default="real")
    parser.add_argument("--master-rows", type=int, default=FEW)
    parser.add_argument("--self-check", action="store_true")
    return parser.parse_args()


async def main(wanted):
    from websockets.legacy.server import serve

    from control import Control
    from house import House
    from kitefeed import KiteFeed
    from smartfeed import SmartFeed

    house = House(wanted.seed, wanted.clock, wanted.master_rows)
    tls = web.context(wanted.folder)
    numbers = house.record.connections
    ports = {name: web.listen(house.door(name), numbers, tls) for name in house.sites}
    feeds = [SmartFeed(house, house.quotes), KiteFeed(house, house.quotes)]
    servers = []
    for feed in feeds:
        server = await serve(
            feed.serve, "127.0.0.1", 0, ssl=tls, process_request=feed.check, max_size=1 << 20,
            ping_interval=None, compression=None)
        servers.append(server)
        ports[feed.name] = server.sockets[0].getsockname()[1]
    control = Control(house, feeds, asyncio.get_running_loop())
    ports["control"] = web.listen(control.serve, numbers)
    print(json.dumps(ports), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)
    os._exit(0)


wanted = arguments()
if wanted.self_check:
    import selfcheck
    sys.exit(selfcheck.run())
# Clients that leave in the middle are what tests are about.
logging.getLogger("websockets").setLevel(logging.CRITICAL + 1)
asyncio.run(main(wanted))
