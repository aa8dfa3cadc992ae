using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Calendars;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Builds holidays from a checked section.</summary>
internal sealed class HolidayReading(IReadOnlyList<string> countries, IReadOnlyList<BorderPost> posts, Problems problems)
{
    private const string At = "holidays";
    private static readonly string[] Needed = ["en", "es", "date", "countries"];

    /// <summary>The holidays, in the order of the file; what does not fit the corridor is noted.</summary>
    public IReadOnlyList<Holiday> Read(MapNode? section)
    {
        if (section is null) return [];
        var holidays = new List<Holiday>();
        if (section["staff"] is ListNode usual) Lines(usual, Paths.Join(At, "staff"));
        foreach (MapEntry row in section.Rows("days"))
        {
            if (!Whole((MapNode)row.Value, $"{At}.days.{row.Key}")) continue;
            Holiday holiday = Day(row.Key, (MapNode)row.Value, section);
            Twice(holiday, holidays, (MapNode)row.Value);
            holidays.Add(holiday);
        }
        return holidays;
    }

    private bool Whole(MapNode day, string path)
    {
        string[] missing = [.. Needed.Where(k => day[k] is null)];
        foreach (string key in missing) problems.Add(new InputProblem(day.Mark, Paths.Join(path, key), null, Wording.Missing, HolidayShapes.Day.Fields.First(f => f.Key == key).Shape.Kind));
        return missing.Length == 0;
    }

    private Holiday Day(string id, MapNode day, MapNode usual) => new()
    {
        Id = id,
        NameEs = day.Word("es")!,
        NameEn = day.Word("en")!,
        Countries = NamesShape.Read(day["countries"]) ?? countries,
        On = DayRuleShape.Read(day["date"]!),
        Days = (int)day.Number("days", HolidayShapes.Length, 1),
        Traffic = (day["traffic"] ?? usual["traffic"]) is { } traffic ? HolidayShapes.Traffic.Read(traffic) : 1,
        DeskOpen = (day.Word("desk") ?? usual.Word("desk") ?? HolidayShapes.Open) == HolidayShapes.Open,
        Staff = day["staff"] is ListNode own ? Lines(own, $"{At}.days.{id}.staff") : usual["staff"] is ListNode staff ? [.. staff.Items.Cast<MapNode>().Select(Line)] : [],
    };

    private HolidayStaff[] Lines(ListNode list, string path)
    {
        HolidayStaff[] lines = [.. list.Items.Cast<MapNode>().Select(Line)];
        for (int i = 0; i < lines.Length; i++) CheckLine((MapNode)list.Items[i], lines[i], Paths.Item(path, i));
        return lines;
    }

    private static HolidayStaff Line(MapNode line) => new(line.Number("present", NumberShape.Share))
    {
        Posts = NamesShape.Read(line["posts"]),
        Countries = NamesShape.Read(line["countries"]),
        Directions = Some<Direction>(line, "directions"),
        Roles = Some<SideRole>(line, "roles"),
        Agencies = Some<Agency>(line, "agencies"),
        Stations = line["stations"] is ListNode stations ? Words(stations) : null,
        Except = line["except"] is ListNode except ? Words(except) : [],
    };

    /// <summary>A line that can never fit anything was meant otherwise: no such station on the sides it names, or no such side.</summary>
    private void CheckLine(MapNode node, HolidayStaff line, string path)
    {
        (BorderPost Post, SideProcedure Side)[] sides = [.. posts.SelectMany(p => p.Sides.Select(s => (p, s)))
            .Where(x => line.Posts?.Contains(x.p.Id) != false && line.Countries?.Contains(x.s.Country) != false && line.Directions?.Contains(x.s.Direction) != false && line.Roles?.Contains(x.s.Role) != false)];
        if (sides.Length == 0)
        {
            string[] there = [.. posts.Where(p => line.Posts?.Contains(p.Id) != false).SelectMany(p => new[] { p.North, p.South }).Distinct()];
            problems.Add(node["countries"] ?? node, Paths.Join(path, "countries"), new("ningún lado de esos puestos es de esos países", "no side of those posts is theirs"), Wording.OneOf(there));
            return;
        }
        string[] names = [.. sides.SelectMany(x => x.Side.Stations.Select(s => s.Name)).Distinct()];
        foreach (string key in new[] { "stations", "except" })
        {
            if (node[key] is not ListNode list) continue;
            for (int i = 0; i < list.Items.Count; i++)
                if (list.Items[i] is ScalarNode name && !names.Contains(name.Value))
                    problems.Add(name, Paths.Item(Paths.Join(path, key), i), new("no existe este puesto de atención en esos lados", "no such station on those sides"), Wording.OneOf(names), Nearest.To(name.Value, names));
        }
    }

    /// <summary>Days may overlap (Good Friday in Holy Week), but one day told twice for a country is a slip.</summary>
    private void Twice(Holiday holiday, List<Holiday> before, MapNode node)
    {
        foreach (Holiday other in before.Where(o => SameDay(o.On, holiday.On)))
        {
            string[] both = [.. other.Countries.Intersect(holiday.Countries)];
            if (both.Length == 0) continue;
            string list = string.Join(", ", both);
            problems.Add(node["date"]!, $"{At}.days.{holiday.Id}.date", new($"{list}: ese día ya es '{other.Id}'", $"{list}: that day is '{other.Id}' already"));
            return;
        }
    }

    private static bool SameDay(DayRule a, DayRule b) => a == b || (a, b) switch
    {
        (DayRule.Once once, DayRule.Yearly) => b.In(once.Date.Year) == once.Date,
        (DayRule.Yearly, DayRule.Once once) => a.In(once.Date.Year) == once.Date,
        _ => false,
    };

    private static IReadOnlyList<T>? Some<T>(MapNode line, string key)
        where T : struct, Enum => line[key] is ListNode ? line.Members<T>(key) : null;

    private static string[] Words(ListNode list) => [.. list.Items.Select(i => ((ScalarNode)i).Value)];
}
