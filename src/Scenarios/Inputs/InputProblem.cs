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
    private const int LongestPiece = 300;

    /// <summary>The limit a number lies beyond, as the file would write it; null if that is not what is wrong.</summary>
    public string? Limit { get; init; }

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
        if (Field.Length > 0) line.Append(Cut(Field, LongestPiece));
        if (Given is not null) line.Append(Field.Length > 0 ? " " : "").Append('\'').Append(Cut(Given, LongestQuote)).Append('\'');
        if (Field.Length > 0 || Given is not null) line.Append(": ");
        line.Append(Cut(Message.In(language), LongestPiece));
        bool spanish = language == "es";
        if (Expected is not null) line.Append(spanish ? "; se esperaba " : "; expected ").Append(Cut(Expected.In(language), 4 * LongestPiece));
        if (NearestValid is not null) line.Append(spanish ? $"; ¿quiso decir '{NearestValid}'?" : $"; did you mean '{NearestValid}'?");
        // What a file says must neither break the line nor steer the terminal.
        return string.Concat(line.ToString().Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }

    /// <inheritdoc/>
    public override string ToString() => Render("en");

    private static string Cut(string text, int longest) => text.Length > longest ? string.Concat(text.AsSpan(0, longest), "…") : text;
}
