"""Which days are traded, from when to when, and on which days contracts expire.

The tables are those of the exchanges' circulars, read from the market's folder; the rules that make
dates of them are written here once more, so that they bear witness to those of the program.
"""
import csv, functools
from datetime import date, timedelta
from pathlib import Path

TABLES = Path(__file__).resolve().parents[4] / "Sources/Market/Tables"
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
INDIA = 19800
DAY = timedelta(days=1)
OPEN, CASH_END = 9 * 3600 + 15 * 60, 15 * 3600 + 30 * 60
NEVER = date(9999, 12, 31)


@functools.cache
def table(name):
    with open(TABLES / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def day(text, default=None):
    return date.fromisoformat(text) if text else default


def seconds(text):
    hours, minutes = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def midnight(day):
    """The second since 1970 at which the day begins in India."""
    return (day.toordinal() - 719163) * 86400 - INDIA


def day_of(time):
    return date.fromordinal(int(time + INDIA) // 86400 + 719163)


@functools.cache
def closed_days():
    """Those of the table, and after its end the national ones, whose dates never move."""
    listed = {day(row["date"]) for row in table("holidays") if row["kind"] == "closed"}
    return listed | {
        date(year, month, number) for year in range(max(listed).year + 1, 2036)
        for month, number in [(1, 26), (5, 1), (8, 15), (10, 2), (12, 25)]}


@functools.cache
def special_days():
    return {day(row["date"]): row for row in table("special_sessions") if row["start1"]}


@functools.cache
def is_regular(day):
    """A day of the week that is no holiday; the only kind on which contracts expire."""
    return day.weekday() < 5 and day not in closed_days()


def is_traded(day):
    return is_regular(day) or day in special_days()


@functools.cache
def last_traded(day):
    """The day itself if it is traded, or the one before."""
    while not is_traded(day):
        day -= DAY
    return day


def before(day):
    return last_traded(day - DAY)


@functools.cache
def hours(on):
    """The seconds of the day at which derivatives begin and end to trade."""
    special = special_days().get(on)
    if special:
        return seconds(special["start1"]), seconds(special["end1"])
    for row in table("sessions"):
        if row["phase"] == "continuous" and "NFO" in row["segment"].split(";") and (
                day(row["effective_from"]) <= on <= day(row["effective_to"], NEVER)):
            return seconds(row["start"]), seconds(row["end"])
    return OPEN, CASH_END


def expiry_time(expiry):
    """The second since 1970 at which a contract of that expiry ends."""
    changed = expiry >= date(2026, 12, 7)
    return midnight(expiry) + (CASH_END if changed else hours(expiry)[1])


def shifted(day):
    """The day of trade on or before a scheduled one."""
    while not is_regular(day):
        day -= DAY
    return day


def rule(underlying, cycle, on):
    for row in table("expiry_rules"):
        if (row["underlying"], row["cycle"]) == (underlying, cycle) and (
                day(row["effective_from"]) <= on <= day(row["effective_to"], NEVER)):
            return WEEKDAYS.index(row["weekday"])
    return None


@functools.cache
def scheduled_in_month(underlying, year, month):
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    weekday = rule(underlying, "monthly", last)
    if weekday is None:
        return None
    return last - DAY * ((last.weekday() - weekday) % 7)


@functools.cache
def monthlies(underlying, first, months):
    """The monthly expiries on or after a day."""
    found, year, month = [], first.year, first.month
    while len(found) < months:
        scheduled = scheduled_in_month(underlying, year, month)
        if scheduled and shifted(scheduled) >= first:
            found.append(shifted(scheduled))
        year, month = year + month // 12, month % 12 + 1
        if year > first.year + 12:
            break
    return found


@functools.cache
def weeklies(underlying, first, count):
    """The weekly expiries on or after a day; the week of a monthly one has none."""
    found, scheduled = [], first
    while len(found) < count and scheduled < first + DAY * 90:
        if scheduled.weekday() == rule(underlying, "weekly", scheduled):
            monthly = scheduled_in_month(underlying, scheduled.year, scheduled.month)
            same_week = monthly and monthly.isocalendar()[:2] == scheduled.isocalendar()[:2]
            if not same_week and shifted(scheduled) >= first:
                found.append(shifted(scheduled))
        scheduled += DAY
    return found


@functools.cache
def lot(underlying, cycle, expiry, on):
    fitting = [
        row for row in table("lots") if (row["underlying"], row["cycle"]) == (underlying, cycle)
        and day(row["effective_from"]) <= (expiry if row["keyed_on"] == "expiry" else on)]
    if not fitting and cycle != "monthly":
        return lot(underlying, "monthly", expiry, on)
    return int(max(fitting, key=lambda row: row["effective_from"])["lot"]) if fitting else 1


@functools.cache
def step(underlying, series, on):
    fitting = [
        row for row in table("strike_steps") if row["underlying"] == underlying
        and row["series"] in (series, "near") and day(row["effective_from"]) <= on]
    exact = [row for row in fitting if row["series"] == series] or fitting
    return int(max(exact, key=lambda row: row["effective_from"])["step"])


@functools.cache
def freeze(underlying, on):
    fitting = [row for row in table("freeze_quantities")
               if row["underlying"] == underlying and day(row["effective_from"]) <= on]
    return int(max(fitting, key=lambda row: row["effective_from"])["units"]) if fitting else 0
