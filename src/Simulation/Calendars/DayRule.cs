using System.Globalization;

namespace CorridorTwin.Simulation.Calendars;

/// <summary>On which date of a year a holiday begins. Written as in files: <c>12-25</c>, <c>2024-10-03</c>, <c>easter -3</c>.</summary>
public abstract record DayRule
{
    private protected DayRule()
    {
    }

    /// <summary>The date that belongs to a year; null if there is none that year. One counted from Easter may fall into the year before.</summary>
    public abstract DateOnly? In(int year);

    /// <summary>The same day of the same month each year; 29 February in leap years only.</summary>
    public sealed record Yearly(int Month, int Day) : DayRule
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year) => Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;

        /// <inheritdoc/>
        public override string ToString() => $"{Month:00}-{Day:00}";
    }

    /// <summary>A number of days after Easter Sunday, negative before it: Holy Thursday is −3.</summary>
    public sealed record FromEaster(int Days) : DayRule
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year) => Easter.Sunday(year).AddDays(Days);

        /// <inheritdoc/>
        public override string ToString() => Days == 0 ? "easter" : string.Create(CultureInfo.InvariantCulture, $"easter {Days:+0;-0}");
    }

    /// <summary>One date, once.</summary>
    public sealed record Once(DateOnly Date) : DayRule
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year) => Date.Year == year ? Date : null;

        /// <inheritdoc/>
        public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
