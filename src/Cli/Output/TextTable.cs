using Spectre.Console;
using Spectre.Console.Rendering;

namespace CorridorTwin.Cli.Output;

/// <summary>A table as text of a given width, without trailing blanks and without colours, so that it can be kept and compared.</summary>
internal static class TextTable
{
    /// <summary>A table that fits the house: no frame, a line under the heads.</summary>
    public static Table Create(params (string Head, bool Number)[] columns)
    {
        var table = new Table { Border = new ThinBorder(), UseSafeBorder = false };
        foreach ((string head, bool number) in columns)
        {
            var column = new TableColumn(new Text(head)) { NoWrap = number, Padding = new Padding(0, 0, 2, 0) };
            table.AddColumn(number ? column.RightAligned() : column);
        }
        return table;
    }

    /// <summary>Adds a row of plain text.</summary>
    public static void Add(this Table table, params string[] cells) => table.AddRow(cells.Select(c => (IRenderable)new Text(c)));

    /// <summary>The text.</summary>
    public static string Render(Table table, int width)
    {
        var writer = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new Page(writer, width),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        return string.Join('\n', writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim('\n') + "\n";
    }

    private sealed class Page(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;
        public bool IsTerminal => false;
        public int Width => width;
        public int Height => 1000;
        public void SetEncoding(System.Text.Encoding encoding) { }
    }

    /// <summary>One line under the heads and nothing else.</summary>
    private sealed class ThinBorder : TableBorder
    {
        public override string GetPart(TableBorderPart part) => part switch
        {
            TableBorderPart.HeaderBottomLeft or TableBorderPart.HeaderBottom or TableBorderPart.HeaderBottomSeparator or TableBorderPart.HeaderBottomRight => part == TableBorderPart.HeaderBottom ? "─" : "",
            _ => "",
        };
    }
}
