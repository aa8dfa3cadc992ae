using System.Text;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios;

namespace CorridorTwin.Cli.Output;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpPage
{
    private const int Widest = 110;

    private static readonly Bilingual Introduction = new(
        "CorridorTwin simula los cinco pasos fronterizos del Corredor Pacífico y dice cuánto tiempo y dinero ahorraría cada reforma frente a 2024, con su intervalo de incertidumbre.",
        "CorridorTwin simulates the five border posts of the Pacific Corridor and says how much time and money each reform would save against 2024, with its interval of uncertainty.");

    /// <summary>Help on everything.</summary>
    public static string Of(IReadOnlyList<Verb> verbs, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        Paragraph(page, tongue.Say(Introduction), width);
        Heading(page, tongue.Say("Uso", "Usage"));
        page.AppendLine(tongue.Say("  corridor [comando] [argumentos] [opciones]", "  corridor [command] [arguments] [options]"));
        Paragraph(page, tongue.Say(
            $"Sin comando, '{verbs[0].Name}'. Desde el código fuente: dotnet run -c Release --project src/Cli -- [comando] …",
            $"Without a command, '{verbs[0].Name}'. From the source tree: dotnet run -c Release --project src/Cli -- [command] …"), width, 2);
        Heading(page, tongue.Say("Comandos", "Commands"));
        Rows(page, verbs.Select(v => ($"{v.Name} {v.Arguments?.In(tongue.Code)}".TrimEnd(), tongue.Say(v.Purpose))), width);
        Options(page, tongue.Say($"Opciones de '{verbs[0].Name}'", $"Options of '{verbs[0].Name}'"), verbs[0], tongue, width);
        Examples(page, verbs.Select(v => v.Examples[0]), tongue, width);
        page.AppendLine();
        Paragraph(page, tongue.Say("corridor [comando] --help explica cada comando.", "corridor [command] --help explains each command."), width);
        Paragraph(page, tongue.Say(
            "Códigos de salida: 0 hecho · 1 una comprobación falló o no se pudo escribir · 2 entrada incorrecta · 70 fallo del programa · 130 interrumpido (se informa lo terminado).",
            "Exit codes: 0 done · 1 a check failed or a result could not be written · 2 bad input · 70 fault of the program · 130 interrupted (what is finished is reported)."), width);
        return page.ToString();
    }

    /// <summary>Help on one command.</summary>
    public static string Of(Verb verb, Tongue tongue, int width)
    {
        var page = new StringBuilder();
        Paragraph(page, tongue.Say(verb.Purpose), width);
        if (verb.Explanation is { } more) Paragraph(page, tongue.Say(more), width);
        Heading(page, tongue.Say("Uso", "Usage"));
        page.AppendLine($"  corridor {verb.Name} {verb.Arguments?.In(tongue.Code)}".TrimEnd() + tongue.Say(" [opciones]", " [options]"));
        Options(page, tongue.Say("Opciones", "Options"), verb, tongue, width);
        Examples(page, verb.Examples, tongue, width);
        return page.ToString();
    }

    private static void Options(StringBuilder page, string heading, Verb verb, Tongue tongue, int width)
    {
        Heading(page, heading);
        Rows(page, verb.AllSettings.Select(s => ($"{s.Name} {s.Value.In(tongue.Code)}".TrimEnd(), Explained(s, tongue))).Append(("--help, -h", tongue.Say("Esta ayuda.", "This help."))), width);
    }

    private static string Explained(Setting setting, Tongue tongue)
    {
        string text = tongue.Say(setting.Purpose);
        if (setting is NumberSetting) text += " " + Capital(tongue.Say(setting.Takes)) + ".";
        return setting.Usual is { } usual ? text + tongue.Say($" Si falta: {usual.Es}.", $" If absent: {usual.En}.") : text;
    }

    private static void Examples(StringBuilder page, IEnumerable<(string Call, Bilingual Purpose)> examples, Tongue tongue, int width)
    {
        Heading(page, tongue.Say("Ejemplos", "Examples"));
        foreach ((string call, Bilingual purpose) in examples)
        {
            page.AppendLine($"  corridor {call}".TrimEnd());
            Paragraph(page, tongue.Say(purpose), width, 6);
        }
    }

    private static void Heading(StringBuilder page, string text) => page.AppendLine().AppendLine(text);

    private static void Rows(StringBuilder page, IEnumerable<(string Left, string Right)> rows, int width)
    {
        (string Left, string Right)[] all = [.. rows];
        int indent = Math.Min(32, all.Max(r => r.Left.Length) + 4);
        foreach ((string left, string right) in all)
        {
            string[] lines = [.. Wrapping.Lines(right, Math.Min(width, Widest) - indent)];
            // A name that reaches into the second column stands on a line of its own.
            if (left.Length + 4 > indent) page.AppendLine("  " + left).Append(' ', indent).AppendLine(lines[0]);
            else page.Append(("  " + left).PadRight(indent)).AppendLine(lines[0]);
            foreach (string line in lines.Skip(1)) page.Append(' ', indent).AppendLine(line);
        }
    }

    private static void Paragraph(StringBuilder page, string text, int width, int indent = 0)
    {
        foreach (string line in Wrapping.Lines(text, Math.Min(width, Widest) - indent)) page.Append(' ', indent).AppendLine(line);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
