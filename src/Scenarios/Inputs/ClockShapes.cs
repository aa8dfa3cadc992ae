using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>From one local time of day to another: <c>06:00-22:00</c>; <c>18:00-06:00</c> wraps; <c>00:00-24:00</c> is all day.</summary>
public sealed partial class HoursShape : Shape
{
    /// <inheritdoc/>
    public override Bilingual Kind { get; } = new("un horario como '06:00-22:00', de 00:00 a 24:00", "hours such as '06:00-22:00', from 00:00 to 24:00");

    /// <summary>Minutes after midnight of start and end. The node must have been checked.</summary>
    public static (int From, int To) Read(InputNode node) => TryRead(((ScalarNode)node).Value, out (int, int) hours) is null ? hours : throw new InvalidOperationException("Hours were not checked.");

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not ScalarNode scalar) WrongKind(node, path, context);
        else if (TryRead(scalar.Value, out _) is { } fault) context.Problems.Add(node, path, fault, Kind);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => new() { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", ["examples"] = new JsonArray("06:00-22:00") };

    private static Bilingual? TryRead(string text, out (int From, int To) hours)
    {
        hours = default;
        Match match = Form().Match(text.Trim());
        if (!match.Success) return new("no son dos horas con un guion", "not two times of day with a hyphen");
        if (Minute(match.Groups[1].Value) is not { } from || from == 1440) return new($"'{match.Groups[1].Value}' no es una hora para empezar", $"'{match.Groups[1].Value}' is no time of day to begin");
        if (Minute(match.Groups[2].Value) is not { } to) return new($"'{match.Groups[2].Value}' no es una hora del día", $"'{match.Groups[2].Value}' is no time of day");
        if (to == from) return new("empieza y termina a la misma hora", "begins and ends at the same time");
        hours = (from, to == 0 ? 1440 : to);
        return null;
    }

    private static int? Minute(string text)
    {
        string[] parts = text.Split(':');
        int hour = int.Parse(parts[0], CultureInfo.InvariantCulture), minute = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return minute < 60 && hour * 60 + minute <= 1440 ? hour * 60 + minute : null;
    }

    [GeneratedRegex(@"^([0-9]{1,2}:[0-9]{2})\s*[-–]\s*([0-9]{1,2}:[0-9]{2})$")]
    private static partial Regex Form();
}

/// <summary>Days of the week: <c>all</c>, <c>sun</c>, <c>mon-sat</c> (may wrap), or a list of those.</summary>
public sealed class DaysShape : Shape
{
    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <inheritdoc/>
    public override Bilingual Kind { get; } = new("all, un día (mon, tue, wed, thu, fri, sat, sun), días como mon-sat, o una lista de ellos", "all, a day (mon, tue, wed, thu, fri, sat, sun), days such as mon-sat, or a list of these");

    /// <summary>The days. The node must have been checked.</summary>
    public static IReadOnlySet<DayOfWeek> Read(InputNode node)
    {
        IEnumerable<string> words = node is ListNode list ? list.Items.Select(i => ((ScalarNode)i).Value) : [((ScalarNode)node).Value];
        return new HashSet<DayOfWeek>(words.SelectMany(w => TryRead(w)!));
    }

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        IReadOnlyList<InputNode> items = node is ListNode list ? list.Items : [node];
        if (node is MapNode || items.Count == 0 || items.Any(i => i is not ScalarNode))
        {
            WrongKind(node, path, context);
            return;
        }
        var seen = new HashSet<DayOfWeek>();
        foreach (ScalarNode word in items.Cast<ScalarNode>())
        {
            if (TryRead(word.Value) is not { } days) context.Problems.Add(word, path, new("no existe este día", "no such day"), Kind, Nearest.To(word.Value, Week));
            else if (days.Any(d => !seen.Add(d))) context.Problems.Add(word, path, new("un día nombrado dos veces", "a day named twice"));
        }
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen)
    {
        JsonObject Word() => new() { ["type"] = "string", ["pattern"] = "^(all|(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?)$" };
        return new JsonObject { ["anyOf"] = new JsonArray(Word(), new JsonObject { ["type"] = "array", ["items"] = Word() }) };
    }

    private static List<DayOfWeek>? TryRead(string word)
    {
        if (word == "all") return [.. Enum.GetValues<DayOfWeek>()];
        string[] ends = word.Split('-');
        int from = Array.IndexOf(Week, ends[0]), to = Array.IndexOf(Week, ends[^1]);
        if (ends.Length > 2 || from < 0 || to < 0) return null;
        var days = new List<DayOfWeek>();
        for (int d = from; ; d = (d + 1) % 7)
        {
            days.Add((DayOfWeek)((d + 1) % 7));
            if (d == to) return days;
        }
    }
}

/// <summary>Hours ahead of Greenwich: <c>-06:00</c>.</summary>
public sealed class OffsetShape : Shape
{
    private const string Form = @"^[+-](0[0-9]|1[0-4]):(00|15|30|45)$";

    /// <inheritdoc/>
    public override Bilingual Kind { get; } = new("una diferencia con UTC como '-06:00'", "an offset from UTC such as '-06:00'");

    /// <summary>Hours. The node must have been checked.</summary>
    public static double Read(InputNode node)
    {
        string text = ((ScalarNode)node).Value;
        double hours = double.Parse(text[1..3], CultureInfo.InvariantCulture) + double.Parse(text[4..], CultureInfo.InvariantCulture) / 60;
        return text[0] == '-' ? -hours : hours;
    }

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        if (node is not ScalarNode scalar) WrongKind(node, path, context);
        else if (!Regex.IsMatch(scalar.Value, Form)) context.Problems.Add(node, path, new("no es una diferencia con UTC", "not an offset from UTC"), Kind);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen) => new() { ["type"] = "string", ["pattern"] = Form };
}
