namespace CorridorTwin.Twin.Grains;

/// <summary>A truck: the readings of its present and latest passages, and what follows from them.</summary>
/// <param name="Unit">Pseudonym.</param>
/// <param name="Legs">One for each passage and side, in order of the first reading.</param>
public sealed record TruckState(string Unit, IReadOnlyList<TruckLeg> Legs);

/// <summary>A truck on one side.</summary>
/// <param name="Trip">The passage.</param>
/// <param name="Post">The post.</param>
/// <param name="Side">The side.</param>
/// <param name="Readings">In their order.</param>
/// <param name="Now">What follows from them, and from the truck's other legs.</param>
public sealed record TruckLeg(string Trip, string Post, string Side, Reading[] Readings, Leg Now);

/// <summary>The truck's grain. Keyed by the truck's pseudonym.</summary>
public sealed class TruckGrain : IGrain<TruckState>
{
    /// <inheritdoc/>
    public static string Kind => "truck";

    /// <inheritdoc/>
    public static TruckState Initial(string key) => new(key, []);

    /// <inheritdoc/>
    public static bool IsEmpty(TruckState state) => state.Legs.Count == 0;

    /// <inheritdoc/>
    public static TruckState Step(TruckState state, GrainMessage message, long now, Effects effects)
    {
        switch (message)
        {
            case Told told: return Take(state, told, now, effects);
            case Withdrawn withdrawn: return Change(state, [.. state.Legs.Select(l => Without(l, withdrawn.Key))], now, effects);
            case Woken:
                TruckState aged = Change(state, [.. state.Legs.Select(l => Aged(l, now))], now, effects);
                foreach (TruckLeg leg in aged.Legs)
                    if (Due(leg) > now) effects.WakeAt(Due(leg));
                return aged;
            default: return state;
        }
    }

    /// <inheritdoc/>
    public static void Resume(TruckState state, Effects effects)
    {
        foreach (TruckLeg leg in state.Legs) effects.WakeAt(Due(leg));
    }

    private static TruckState Take(TruckState state, Told told, long now, Effects effects)
    {
        Reading r = told.Reading;
        string trip = told.Trip ?? $"{state.Unit}@{r.Place.Post}";
        int at = -1;
        for (int i = 0; i < state.Legs.Count; i++)
            if (state.Legs[i].Side == r.Place.Side && state.Legs[i].Trip == trip) at = i;
        TruckLeg leg = at < 0 ? new TruckLeg(trip, r.Place.Post, r.Place.Side, [], Leg.None) : state.Legs[at];
        Reading[] readings = SortedReadings.With(leg.Readings, r);
        if (ReferenceEquals(readings, leg.Readings)) return state;
        leg = leg with { Readings = readings, Now = Leg.Of(readings) };
        TruckLeg[] legs = at < 0 ? [.. state.Legs, leg] : [.. state.Legs];
        if (at >= 0) legs[at] = leg;
        // One wake-up for each phase: later readings put it off when it comes.
        if (at < 0 || state.Legs[at].Now.Phase != leg.Now.Phase) effects.WakeAt(Due(leg));
        return Change(state, legs, now, effects);
    }

    private static TruckLeg Without(TruckLeg leg, ulong key)
    {
        Reading[] readings = SortedReadings.Without(leg.Readings, key);
        return ReferenceEquals(readings, leg.Readings) ? leg : leg with { Readings = readings, Now = Leg.Of(readings) };
    }

    /// <summary>Forgets a leg that nothing can change any more.</summary>
    private static TruckLeg Aged(TruckLeg leg, long now) => now < Due(leg) || leg.Now.Phase is Phase.Queue or Phase.Inside ? leg : leg with { Readings = [] };

    /// <summary>When a leg is looked at again if nothing more is read: to count the truck out, or to forget what is over.</summary>
    private static long Due(TruckLeg leg) => (leg.Readings.Length == 0 ? 0 : leg.Readings[^1].T) + leg.Now.Phase switch
    {
        Phase.Queue or Phase.Inside => TwinRules.LostAfter,
        Phase.Left => TwinRules.OnRoadAtMost,
        // A bus at a lane, or a truck that waits elsewhere: on no side, and nobody reads it again once the end was missed.
        Phase.None when leg.Now.First >= 0 => leg.Now.Facts.Vehicle != null ? TwinRules.PassingAtMost : TwinRules.OnRoadAtMost,
        _ => TwinRules.ForgottenAfter,
    };

    /// <summary>Draws the conclusions from one leg to the others, and tells lanes and posts what has changed.</summary>
    private static TruckState Change(TruckState before, TruckLeg[] legs, long now, Effects effects)
    {
        for (int i = 0; i < legs.Length; i++) legs[i] = legs[i] with { Now = Concluded(legs, i, now) };
        foreach (TruckLeg leg in legs)
        {
            Leg old = before.Legs.FirstOrDefault(l => l.Side == leg.Side && l.Trip == leg.Trip)?.Now ?? Leg.None;
            if (!ReferenceEquals(old, leg.Now)) Tell(before.Unit, leg, old, effects);
        }
        return before with { Legs = [.. legs.Where(l => l.Readings.Length > 0)] };
    }

    private static Leg Concluded(TruckLeg[] legs, int at, long now)
    {
        TruckLeg leg = legs[at];
        if (leg.Readings.Length == 0) return Leg.None;
        if (leg.Now.Phase is not (Phase.Queue or Phase.Inside)) return Reconsidered(leg, legs, now);
        return Ended(leg, legs, now) ?? leg.Now;
    }

    /// <summary>A conclusion drawn earlier may not hold any more: the reading that led to it was withdrawn, or the truck was seen again.</summary>
    private static Leg Reconsidered(TruckLeg leg, TruckLeg[] legs, long now)
    {
        // It waited elsewhere, and was seen on a side since.
        if (leg.Now.Phase == Phase.None && leg.Now.Activities.Count > 0 && legs.Any(l => l.Readings.Length > 0 && (l.Side != leg.Side || l.Trip != leg.Trip) && l.Now.First >= leg.Now.Last)) return leg.Now with { Activities = [] };
        if (leg.Now.Phase == Phase.None || (leg.Now.Phase == Phase.Left && leg.Now.Stamps[8] >= 0)) return leg.Now;
        Leg seen = Leg.Of(leg.Readings);
        if (seen.Phase is not (Phase.Queue or Phase.Inside)) return seen;
        Leg concluded = Ended(leg with { Now = seen }, legs, now) ?? seen;
        return concluded.Phase == leg.Now.Phase && concluded.Since == leg.Now.Since ? leg.Now : concluded;
    }

    private static Leg? Ended(TruckLeg leg, TruckLeg[] legs, long now)
    {
        // Seen elsewhere since: it left unseen, no later than that.
        long elsewhere = long.MaxValue;
        foreach (TruckLeg other in legs)
            if (other.Readings.Length > 0 && (other.Side != leg.Side || other.Trip != leg.Trip) && other.Now.First >= leg.Now.Last && other.Now.Phase != Phase.None) elsewhere = Math.Min(elsewhere, other.Now.First);
        if (elsewhere < long.MaxValue) return leg.Now with { Phase = Phase.Left, Since = elsewhere, Activities = [], Missed = leg.Now.Missed + 1 };
        return now >= leg.Now.Last + TwinRules.LostAfter ? leg.Now with { Phase = Phase.Lost, Since = leg.Now.Last + TwinRules.LostAfter, Activities = [] } : null;
    }

    private static void Tell(string unit, TruckLeg leg, Leg old, Effects effects)
    {
        foreach (Activity was in old.Activities)
            if (was.Place.Lane != null && !leg.Now.Activities.Any(a => a.Place.Lane == was.Place.Lane && a.Place.Stage == was.Place.Stage))
                effects.Tell(was.Place.LaneId, new AtLane(leg.Trip, was.Place.Stage ?? "", unit, null, 0, was.Since, false));
        foreach (Activity a in leg.Now.Activities)
        {
            if (a.Place.Lane == null || old.Activities.Contains(a)) continue;
            LaneStanding standing = a.Doing switch { Doing.Queued => LaneStanding.Queued, Doing.Served => LaneStanding.InService, _ => LaneStanding.Held };
            effects.Tell(a.Place.LaneId, new AtLane(leg.Trip, a.Place.Stage ?? "", unit, standing, a.Priority, a.Since, a.First));
        }
        if (old.Phase == leg.Now.Phase && old.Since == leg.Now.Since && old.Facts == leg.Now.Facts) return;
        if (leg.Now.Phase == Phase.Lost && old.Phase != Phase.Lost) effects.Publish(new Note($"lost/{leg.Trip}/{leg.Side}/{leg.Now.Last}", Note.TruckLost, leg.Trip, leg.Now.Since));
        // A leg that is over and forgotten stays counted; one of which nothing is left to tell has never been.
        Phase? phase = leg.Readings.Length == 0 && old.Phase is Phase.Left or Phase.Lost ? null : leg.Now.Phase;
        effects.Tell(new GrainId(PostGrain.Kind, leg.Post), new AtPost(leg.Trip, leg.Side, unit, leg.Readings.Length == 0 ? null : leg.Readings[^1].Place.Dir, phase, leg.Now.Since, leg.Now.Facts));
    }
}

/// <summary>How long the twin waits for what may still come.</summary>
public static class TwinRules
{
    private const long Hour = 3_600_000;

    /// <summary>Grows whenever a grain makes another state of the same messages: snapshots of other rules are left aside, and the state is taken from the log.</summary>
    public const int Version = 1;

    /// <summary>The usual lateness: an event later than that behind its source's newest goes to the side output.</summary>
    public const long Lateness = 2 * Hour;

    /// <summary>
    /// A truck on a side without any reading for so long is counted out, until it is read again. In a week of the shipped baseline 99.9 % of the
    /// stays on a side are over after 30 h, and the longest took 58 h.
    /// </summary>
    public const long LostAfter = 72 * Hour;

    /// <summary>How long a truck that left a side is remembered: it may be on the road to the next post.</summary>
    public const long OnRoadAtMost = 48 * Hour;

    /// <summary>How long a bus or car at a lane is believed to be there without being read again.</summary>
    public const long PassingAtMost = 12 * Hour;

    /// <summary>How long a declaration is remembered whose truck has not come.</summary>
    public const long ForgottenAfter = 14 * 24 * Hour;
}
