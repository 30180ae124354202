"""The paths of the indices and shares, second by second, from the seed alone."""
import functools, math
from array import array

import days, noise

# base level, share of the common path, own deviation a day, grid of prices
SHAPES = {
    "NIFTY": (24200.0, 1.0, 0.0015, 0.05), "BANKNIFTY": (52600.0, 1.15, 0.0040, 0.05),
    "SENSEX": (79400.0, 0.98, 0.0017, 0.01), "RELIANCE": (1418.4, 1.1, 0.0090, 0.1),
    "SBIN": (812.5, 1.2, 0.0100, 0.05), "TCS": (3890.0, 0.7, 0.0090, 0.1),
    "INFY": (1640.0, 0.8, 0.0100, 0.1),
}
COMMON_DAY = 0.0068
GRID = 15
BLOCK = 256


def calm(share):
    """How much is going on at that share of the day: much at its ends, little at lunch."""
    lunch = math.exp(-((share - 0.55) / 0.13) ** 2)
    return 0.75 + 0.9 * math.exp(-share / 0.07) + 0.45 * math.exp((share - 1) / 0.1) - 0.3 * lunch


class Paths:
    def __init__(self, seed):
        self.seed = seed
        self.block = functools.cache(self._block)
        self.grid = functools.cache(self._grid)
        self.factor = functools.cache(self._factor)
        self.seconds = functools.lru_cache(64)(self._seconds)

    def _block(self, name, number):
        """Blocks of days begin and end at the base level, so that no level runs away."""
        return noise.walk([1.0] * BLOCK, noise.source(self.seed, name, "days", number))

    def daily(self, name, on):
        return self.block(name, on.toordinal() // BLOCK)[on.toordinal() % BLOCK]

    def log_close(self, name, on):
        base, share, own, _ = SHAPES[name]
        on = days.last_traded(on)
        return math.log(base) + share * COMMON_DAY * self.daily("market", on) \
            + own * self.daily(name, on)

    def close(self, name, on):
        grid = SHAPES[name][3]
        return round(round(math.exp(self.log_close(name, on)) / grid) * grid, 2)

    def times(self, on):
        first, last = days.hours(on)
        return [*range(first, last, GRID), last]

    def _factor(self, on):
        """The common path of a day: a walk from 0 to 0, and one shock that half fades away."""
        times = self.times(on)
        first, last = times[0], times[-1]
        steps = [math.sqrt(GRID) * 0.000045 * calm((time - first) / (last - first))
                 for time in times[1:]]
        path = noise.walk(steps, noise.source(self.seed, "market", on))
        begin = first + int((last - first) * noise.between(
            0.15, 0.8, self.seed, "shock", on.toordinal()))
        size = noise.between(0.004, 0.009, self.seed, "size", on.toordinal())
        size *= 1 if noise.unit(self.seed, "side", on.toordinal()) < 0.4 else -1
        for index, time in enumerate(times):
            if time > begin:
                late = time - begin
                fading = 0.5 + 0.5 * math.exp(-late / 2400)
                path[index] += size * (1 - math.exp(-late / 40)) * fading \
                    * (last - time) / (last - begin)
        return path

    def _grid(self, name, on):
        """The logarithms of the level at every fifteenth second of a day."""
        _, share, own, _ = SHAPES[name]
        before, close = self.log_close(name, days.before(on)), self.log_close(name, on)
        # A part of the day's way is made over night; the rest is its trend.
        gap = 0.35 * (close - before) + noise.between(
            -0.001, 0.001, self.seed, name, "gap", on.toordinal())
        common, times = self.factor(on), self.times(on)
        steps = [math.sqrt(GRID) * own / 150] * (len(times) - 1)
        single = noise.walk(steps, noise.source(self.seed, name, on))
        first, last = times[0], times[-1]
        return [
            before + gap + (close - before - gap) * (time - first) / (last - first)
            + share * shared + alone for time, shared, alone in zip(times, common, single)]

    def _seconds(self, name, on):
        """The level at each second of a day; nothing leaves the range of the grid."""
        grid, times, tick = self.grid(name, on), self.times(on), SHAPES[name][3]
        chance = noise.source(self.seed, name, on, "seconds")
        low, high = min(grid), max(grid)
        levels = array("d")
        for index in range(len(times) - 1):
            here, there, length = grid[index], grid[index + 1], times[index + 1] - times[index]
            for second in range(length):
                level = here + (there - here) * second / length
                level += chance.uniform(-0.00003, 0.00003) if second else 0
                levels.append(round(round(math.exp(min(max(level, low), high)) / tick) * tick, 2))
        levels.append(self.close(name, on))
        return levels

    def level(self, name, on, second):
        """The level at a second of the day, which is held to the hours of trade."""
        first, last = days.hours(on)
        return self.seconds(name, on)[min(max(second, first), last) - first]

    def vix(self, on, second):
        """India VIX: high where the market is low, with slow moods of its own."""
        first, last = days.hours(on)
        share = (min(max(second, first), last) - first) / (last - first)
        before, today = self.daily("vix", days.before(on)), self.daily("vix", on)
        mood = 0.022 * (before + (today - before) * share)
        depth = math.log(self.level("NIFTY", on, second) / SHAPES["NIFTY"][0])
        return round(min(max(13.5 * math.exp(mood - 4 * depth), 8.5), 45), 4)
