using System.Collections;
using System.Reflection;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Differences;

/// <summary>A model as a flat list of values by path. By reflection, so that a field added to the model is never left out of a difference.</summary>
internal static class ModelLeaves
{
    // What follows from other values, or only names the thing whose path it stands in.
    private static readonly HashSet<string> Left =
    [
        "SideProcedure.Direction", "SideProcedure.Role", "Stage.Kind", "StationSpec.Name", "BorderPost.Id", "Country.Id", "Holiday.Id",
    ];

    /// <summary>Every value, in the order of the model.</summary>
    public static List<(string Path, string Text)> Of(CorridorModel model)
    {
        var leaves = new List<(string, string)>();
        Add(leaves, "", "", model);
        return leaves;
    }

    private static void Add(List<(string, string)> leaves, string path, string member, object? value)
    {
        switch (value)
        {
            case null: break;
            case Distribution or Roster or DayRule or DateOnly or string or Enum or IConvertible: leaves.Add((path, LeafText.Of(member, value))); break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map) Add(leaves, Under(path, Key(entry.Key)), member, entry.Value);
                break;
            case IEnumerable list: AddList(leaves, path, member, [.. list.Cast<object>()]); break;
            default:
                Type type = value.GetType();
                foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    if (property.GetIndexParameters().Length > 0 || Left.Contains($"{type.Name}.{property.Name}")) continue;
                    // Sides stand directly under their post, as in the files.
                    string below = property.Name == nameof(BorderPost.Sides) ? path : Under(path, Names.Key(property.Name));
                    Add(leaves, below, property.Name, property.GetValue(value));
                }
                break;
        }
    }

    private static void AddList(List<(string, string)> leaves, string path, string member, object[] items)
    {
        if (items.All(i => i is string or Enum or IConvertible))
        {
            if (items.Length > 0) leaves.Add((path, string.Join(", ", items.Select(i => LeafText.Of(member, i)))));
            return;
        }
        for (int i = 0; i < items.Length; i++) Add(leaves, Named(items[i]) is { } name ? Under(path, name) : $"{path}[{i}]", member, items[i]);
    }

    private static string Under(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Key(object key) => key is Enum ? Names.Key(key.ToString()!) : key.ToString()!;

    private static string? Named(object item) => item switch
    {
        BorderPost post => post.Id,
        Country country => country.Id,
        SideProcedure side => $"{side.Direction}.{Names.Key(side.Role)}",
        Stage stage => Names.Key(stage.Kind),
        StationSpec station => station.Name,
        LoadedStream stream => $"{stream.Origin}-{stream.Destination}",
        EmptyStream stream => $"{stream.Post}-{stream.Direction}",
        BackgroundLoad load => load.Kind,
        Holiday holiday => holiday.Id,
        _ => null,
    };
}
