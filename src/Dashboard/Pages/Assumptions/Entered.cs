using CorridorTwin.Dashboard.Language;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Pages.Assumptions;

/// <summary>What the list of assumptions is asked for, by its address.</summary>
/// <param name="Words">Words every figure shown has in its name, place, source or value.</param>
/// <param name="Grade">Grade; null for any.</param>
/// <param name="Group">Kind; null for any.</param>
/// <param name="IsOwn">Only the reader's own.</param>
/// <param name="By">Scenario whose answer orders them; null for any.</param>
/// <param name="Done">What was just done: saved or undone; null for nothing.</param>
public sealed record Asked(string Words, Grade? Grade, FigureGroup? Group, bool IsOwn, string? By, Bilingual? Done)
{
    private const int Longest = 100;

    /// <summary>Reads an address.</summary>
    public static Asked Of(IQueryCollection query)
    {
        string words = query["q"].ToString().Trim();
        return new Asked(
            words.Length > Longest ? words[..Longest] : words,
            Enum.GetValues<Grade>().Cast<Grade?>().FirstOrDefault(g => Names.Key(g!.Value) == query["grade"].ToString()),
            Enum.GetValues<FigureGroup>().Cast<FigureGroup?>().FirstOrDefault(g => Names.Key(g!.Value) == query["group"].ToString()),
            query["show"] == "own",
            query["by"].LastOrDefault(),
            query.ContainsKey("saved") ? AssumptionTexts.Saved : query.ContainsKey("undone") ? AssumptionTexts.Undone : null);
    }

    /// <summary>Whether a figure is asked for. Accents and case do not matter.</summary>
    public bool Fits(Assumption assumption, string name)
    {
        Figure figure = assumption.Figure;
        if (IsOwn && assumption.Own is null || Grade is { } grade && figure.Provenance.Grade != grade || Group is { } group && assumption.Group != group) return false;
        string text = Plain.Of(string.Join(' ', name, figure.Path, figure.Text, figure.Provenance.Source, figure.Provenance.Note));
        return Plain.Of(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => text.Contains(w, StringComparison.Ordinal));
    }
}

/// <summary>What stands in the form of one figure.</summary>
/// <param name="Value">The value, with its unit.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Date">When it is of.</param>
/// <param name="Note">A remark.</param>
public sealed record Entered(string Value, string Source, string Date, string Note)
{
    /// <summary>As it is: the reader's own, or the value to be replaced.</summary>
    public static Entered Of(Assumption assumption) => assumption.Own is { } own
        ? new Entered(own.Value, own.Source, own.Date ?? "", own.Note ?? "")
        : new Entered(assumption.Figure.Text, "", "", "");

    /// <summary>As sent.</summary>
    public static Entered Of(IFormCollection sent, bool comma, int longest)
    {
        string Text(string name) => string.Concat(sent[name].ToString().Trim().Take(longest)).ReplaceLineEndings(" ");
        string value = Text("value");
        return new Entered(comma ? Comma(value) : value, Text("source"), Text("date"), Text("note"));
    }

    /// <summary>What must be there and is not.</summary>
    public Dictionary<string, Bilingual> Missing()
    {
        var errors = new Dictionary<string, Bilingual>();
        if (Value.Length == 0) errors["value"] = AssumptionTexts.NeedsValue;
        if (Source.Length == 0) errors["source"] = AssumptionTexts.NeedsSource;
        return errors;
    }

    /// <summary>The figure.</summary>
    public OwnFigure Figure(string path) => new(path, Value, Source, Date.Length > 0 ? Date : null, Note.Length > 0 ? Note : null, Mark.Whole(""));

    private static string Comma(string text) => System.Text.RegularExpressions.Regex.Replace(text, "([0-9]),([0-9])", "$1.$2");
}
