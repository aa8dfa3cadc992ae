using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Builds unit values from a checked section.</summary>
internal static class CostReading
{
    /// <summary>Unit values; null, with the reasons noted, if something is missing.</summary>
    public static CostParameters? Read(MapNode map, Problems problems)
    {
        string[] missing = [.. CostShapes.Costs.Fields.Select(f => f.Key).Where(k => k != "fees" && map[k] is null)];
        foreach (string key in missing) problems.Add(map, Paths.Join("costs", key), Wording.Missing);
        if (missing.Length > 0) return null;
        double Value(string key) => ((NumberShape)CostShapes.Costs.Fields.First(f => f.Key == key).Shape).Read(map[key]!);
        return new CostParameters
        {
            CarrierPerHour = Value("carrier"),
            IdleLitresPerHour = Value("idle-fuel"),
            IdlingShare = Value("idling"),
            ReeferLitresPerHour = Value("reefer-fuel"),
            DieselPerLitre = Value("diesel"),
            Co2PerLitre = Value("co2"),
            CargoValue = Value("cargo-value"),
            TimeValueDry = Value("time-value-dry"),
            TimeValuePerishable = Value("time-value-perishable"),
            SpoilageAfterHours = Value("spoilage-after") / 60,
            SpoilagePerHour = Value("spoilage"),
            FeesPerCrossing = map["fees"] is null ? 0 : Value("fees"),
        };
    }
}
