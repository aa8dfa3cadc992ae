using System.Text;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>One thing wrong with an input file, said so that its author can mend it.</summary>
/// <param name="Mark">File, line and column.</param>
/// <param name="Field">Path of the value inside the file, such as <c>measures[0].posts[1]</c>; empty for the file as a whole.</param>
/// <param name="Given">What the file says there; null if nothing.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Expected">What would be right; null if the message says it.</param>
/// <param name="NearestValid">The valid value that looks most like the given one; null if none does.</param>
public sealed record InputProblem(Mark Mark, string Field, string? Given, Bilingual Message, Bilingual? Expected = null, string? NearestValid = null)
{
    private const int LongestQuote = 60;

    /// <summary>Path of the file.</summary>
    public string File => Mark.File;

    /// <summary>Line from 1, or 0 for the file as a whole.</summary>
    public int Line => Mark.Line;

    /// <summary>Column from 1, or 0 for the file as a whole.</summary>
    public int Column => Mark.Column;

    /// <summary>The problem as one line of text.</summary>
    public string Render(string language)
    {
        var line = new StringBuilder(Mark.ToString()).Append(": ");
        if (Field.Length > 0) line.Append(Field);
        if (Given is not null) line.Append(Field.Length > 0 ? " " : "").Append('\'').Append(Quote(Given)).Append('\'');
        if (Field.Length > 0 || Given is not null) line.Append(": ");
        line.Append(Message.In(language));
        bool spanish = language == "es";
        if (Expected is not null) line.Append(spanish ? "; se esperaba " : "; expected ").Append(Expected.In(language));
        if (NearestValid is not null) line.Append(spanish ? $"; ¿quiso decir '{NearestValid}'?" : $"; did you mean '{NearestValid}'?");
        return line.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Render("en");

    /// <summary>A value from a file made safe for one line of a terminal: no control characters, not endless.</summary>
    private static string Quote(string value)
    {
        string clean = string.Concat(value.Take(LongestQuote).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return value.Length > LongestQuote ? clean + "…" : clean;
    }
}
