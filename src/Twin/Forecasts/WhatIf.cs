using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Twin.Forecasts;

/// <summary>A post that closes.</summary>
/// <param name="Post">Which; null for all.</param>
/// <param name="InHours">Hours from now.</param>
/// <param name="Hours">How long.</param>
public sealed record Closure(string? Post, double InHours, double Hours);

/// <summary>More or fewer officers, or another lane opened or closed, for a while.</summary>
/// <param name="Post">The post.</param>
/// <param name="Side">The country; null for both.</param>
/// <param name="Dir">The direction; null for both.</param>
/// <param name="Lane">The lane, as the baseline file calls it.</param>
/// <param name="By">How many more; below zero fewer, never below none.</param>
/// <param name="InHours">Hours from now.</param>
/// <param name="Hours">How long.</param>
public sealed record StaffChange(string Post, string? Side, Direction? Dir, string Lane, int By, double InHours, double Hours);

/// <summary>What is tried from now: measures, closures, staff. All at once.</summary>
public sealed record WhatIf
{
    /// <summary>Measures of the strategy.</summary>
    public IReadOnlyList<MeasureApplication> Measures { get; init; } = [];

    /// <summary>Posts that close.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>Changes of staff.</summary>
    public IReadOnlyList<StaffChange> Staff { get; init; } = [];

    /// <summary>The corridor with all this.</summary>
    /// <param name="model">The corridor without.</param>
    /// <param name="now">The instant from which hours count.</param>
    /// <exception cref="ArgumentException">There is no such post, side or lane; the message says which there are.</exception>
    public CorridorModel Apply(CorridorModel model, DateTimeOffset now)
    {
        if (Measures.Count > 0) model = MeasureCatalog.Apply(model, Measures).Model;
        foreach (Closure c in Closures)
        {
            if (c.Post != null) Known(model, c.Post);
            model = model with { Disruptions = [.. model.Disruptions, new Disruption(DisruptionKind.Closure, c.Post, c.InHours / 24, c.Hours, 1)] };
        }
        foreach (StaffChange change in Staff) model = Staffed(model, change, now);
        return model;
    }

    private static void Known(CorridorModel model, string post)
    {
        if (model.Posts.All(p => p.Id != post)) throw new ArgumentException($"There is no post '{post}'; there are {string.Join(", ", model.Posts.Select(p => p.Id))}.");
    }

    private static CorridorModel Staffed(CorridorModel model, StaffChange change, DateTimeOffset now)
    {
        Known(model, change.Post);
        BorderPost post = model.Post(change.Post);
        bool Meant(SideProcedure s) => (change.Side == null || s.Country == change.Side) && (change.Dir == null || s.Direction == change.Dir);
        if (!post.Sides.Any(s => Meant(s) && s.Stations.Any(x => x.Name == change.Lane)))
            throw new ArgumentException($"There is no lane '{change.Lane}' there; there are {string.Join(", ", post.Sides.Where(Meant).SelectMany(s => s.Stations.Select(x => x.Name)).Distinct())}.");
        BorderPost changed = post with
        {
            Sides = [.. post.Sides.Select(s => !Meant(s) ? s : s with
            {
                Stations = [.. s.Stations.Select(x => x.Name != change.Lane ? x : x with { Roster = Changed(x.Roster, change, now.ToOffset(TimeSpan.FromHours(model.Country(s.Country).UtcOffsetHours))) })],
            })],
        };
        return model with { Posts = [.. model.Posts.Select(p => p.Id == post.Id ? changed : p)] };
    }

    /// <summary>A roster with more or fewer in a stretch of the week: the forecast is shorter than a week, so no other week sees it.</summary>
    private static Roster Changed(Roster roster, StaffChange change, DateTimeOffset local)
    {
        const int week = 7 * 1440;
        int[] level = roster.MinuteLevels();
        int start = ((int)local.DayOfWeek + 6) % 7 * 1440 + (int)local.TimeOfDay.TotalMinutes + (int)Math.Round(change.InHours * 60);
        for (int m = start; m < start + Math.Min(week, (int)Math.Round(change.Hours * 60)); m++) level[m % week] = Math.Max(0, level[m % week] + change.By);
        var shifts = new List<Shift>();
        for (int day = 0; day < 7; day++)
            for (int m = 0; m < 1440;)
            {
                int until = m;
                while (until < 1440 && level[day * 1440 + until] == level[day * 1440 + m]) until++;
                if (level[day * 1440 + m] > 0) shifts.Add(new Shift(new HashSet<DayOfWeek> { (DayOfWeek)((day + 1) % 7) }, m, until, level[day * 1440 + m]));
                m = until;
            }
        return new Roster(shifts);
    }
}
