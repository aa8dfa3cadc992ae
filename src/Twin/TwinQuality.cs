using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin;

/// <summary>How good the readings of the trucks in memory are: those on a side, and those that left in the last two days.</summary>
/// <param name="Legs">Passages of a side.</param>
/// <param name="Missed">Readings that must have been missed, by what was read after them.</param>
/// <param name="Repeated">Readings that told again within a minute what was known.</param>
/// <param name="Contradicted">Readings that fit nothing.</param>
/// <param name="OpenLeft">Passages seen to end, not to begin.</param>
/// <param name="Lost">Trucks counted out because nothing was read of them for too long.</param>
/// <param name="Teleported">Trucks read at two posts within less time than any truck takes between them.</param>
public sealed record TwinQuality(long Legs, long Missed, long Repeated, long Contradicted, long OpenLeft, long Lost, long Teleported)
{
    /// <summary>No two posts of the corridor are nearer than this, milliseconds: 107 km of road lie between the nearest two (baseline file, roads).</summary>
    public const long NearestPosts = 45 * 60_000;

    /// <summary>Of some trucks.</summary>
    public static TwinQuality Of(IEnumerable<TruckState> trucks)
    {
        long legs = 0, missed = 0, repeated = 0, contradicted = 0, open = 0, lost = 0, teleported = 0;
        foreach (TruckState truck in trucks)
        {
            foreach (TruckLeg leg in truck.Legs)
            {
                if (leg.Now.First < 0) continue;
                legs++;
                missed += leg.Now.Missed;
                repeated += leg.Now.Repeated;
                contradicted += leg.Now.Contradicted;
                if (leg.Now.OpenLeft) open++;
                if (leg.Now.Phase == Phase.Lost) lost++;
            }
            if (truck.Legs.Any(a => a.Now.First >= 0 && truck.Legs.Any(b => b.Post != a.Post && b.Now.First >= a.Now.First && b.Now.First < a.Now.Last + NearestPosts))) teleported++;
        }
        return new TwinQuality(legs, missed, repeated, contradicted, open, lost, teleported);
    }
}
