using System.Collections;
using System.Globalization;
using System.Reflection;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Tests.Measures;

/// <summary>A model as a flat list of values by path: what a measure changed is the difference of two lists.</summary>
internal static class ModelLeaves
{
    /// <summary>Every value of a model; things with a name or kind stand under it.</summary>
    public static SortedDictionary<string, object> Of(object model)
    {
        var leaves = new SortedDictionary<string, object>(StringComparer.Ordinal);
        Add(leaves, "", model);
        return leaves;
    }

    /// <summary>Paths whose value differs, or that only one of two models has.</summary>
    public static IReadOnlyList<string> Changed(object before, object after)
    {
        SortedDictionary<string, object> a = Of(before), b = Of(after);
        return [.. a.Keys.Union(b.Keys).Where(k => !a.TryGetValue(k, out object? x) || !b.TryGetValue(k, out object? y) || !x.Equals(y)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The number at a path: a distribution by its mean, a flag as 0 or 1; null for words and where there is nothing.</summary>
    public static double? Number(SortedDictionary<string, object> leaves, string path) => !leaves.TryGetValue(path, out object? leaf) ? null : leaf switch
    {
        Distribution d => d.MeanMilliseconds,
        bool flag => flag ? 1 : 0,
        double or int or long => Convert.ToDouble(leaf, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static void Add(SortedDictionary<string, object> leaves, string path, object? value)
    {
        switch (value)
        {
            case null: break;
            case Roster roster:
                int[] levels = roster.MinuteLevels();
                leaves[path + ".levels"] = string.Join(",", levels);
                leaves[path + ".open"] = levels.Count(l => l > 0);
                break;
            case Distribution or DayRule or DateOnly or string or Enum or IConvertible: leaves[path] = value; break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map) Add(leaves, $"{path}.{entry.Key}", entry.Value);
                break;
            case IEnumerable list:
                int i = 0;
                foreach (object item in list) Add(leaves, $"{path}.{NameOf(item, i++)}".TrimStart('.'), item);
                break;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    if (property.GetIndexParameters().Length == 0) Add(leaves, $"{path}.{property.Name}".TrimStart('.'), property.GetValue(value));
                break;
        }
    }

    private static string NameOf(object item, int index) => item switch
    {
        BorderPost post => post.Id,
        SideProcedure side => $"{side.Direction}-{side.Role}",
        Stage stage => stage.Kind.ToString(),
        StationSpec station => station.Name,
        _ => index.ToString(CultureInfo.InvariantCulture),
    };
}
