"""Chance that comes out the same every time: numbers that follow from a seed and a name alone."""
import itertools, random, zlib

MASK = (1 << 64) - 1


def mixed(value):
    """One step of SplitMix64, which spreads neighbouring numbers over the whole range."""
    value = (value + 0x9E3779B97F4A7C15) & MASK
    value = ((value ^ value >> 30) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ value >> 27) * 0x94D049BB133111EB) & MASK
    return value ^ value >> 31


def number(*names):
    """A whole number below 2^64; the names are whole numbers or texts."""
    value = 0
    for name in names:
        name = zlib.crc32(name.encode()) if isinstance(name, str) else name
        value = mixed(value ^ name & MASK)
    return value


def unit(*names):
    """A number from 0 to below 1."""
    return (number(*names) >> 11) / (1 << 53)


def between(low, high, *names):
    return low + (high - low) * unit(*names)


def whole(low, high, *names):
    """A whole number, both ends included."""
    return low + number(*names) % (high - low + 1)


def source(*names):
    """A stream of chance, for paths of many steps."""
    return random.Random("/".join(map(str, names)))


def walk(steps, chance):
    """A random walk that begins and ends at 0, each step as large as its weight says."""
    gauss = chance.gauss
    points = [0.0, *itertools.accumulate(step * gauss(0, 1) for step in steps)]
    spent = [0.0, *itertools.accumulate(step * step for step in steps)]
    end, whole_way = points[-1], spent[-1] or 1
    return [point - end * way / whole_way for point, way in zip(points, spent)]
