using YamlDotNet.Core;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Says in a planner's words what the YAML parser means.</summary>
internal static class YamlFaults
{
    /// <summary>A tab used as indentation, which YAML forbids and parsers report obscurely.</summary>
    public static InputProblem? Tab(string file, string text)
    {
        int line = 1;
        foreach (ReadOnlySpan<char> row in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> indent = row[..(row.Length - row.TrimStart(" \t").Length)];
            int tab = indent.IndexOf('\t');
            bool blank = indent.Length == row.Length || row[indent.Length] == '#';
            if (tab >= 0 && !blank) return new InputProblem(new Mark(file, line, tab + 1), "", null, new("sangrado con tabulador; use espacios", "indented with a tab; use spaces"));
            line++;
        }
        return null;
    }

    /// <summary>Any other fault of syntax.</summary>
    public static InputProblem Syntax(string file, YamlException fault)
    {
        string detail = fault.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return new InputProblem(
            new Mark(file, Math.Max(1, (int)fault.Start.Line), Math.Max(1, (int)fault.Start.Column)), "", null,
            new($"YAML no válido ({detail})", $"not valid YAML ({detail})"));
    }
}
