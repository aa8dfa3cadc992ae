using System.Globalization;
using System.Text.Json;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Twin.Keys;
using Spectre.Console;

namespace CorridorTwin.Cli.Commands;

internal sealed partial class TwinCommand
{
    private static readonly string[] KeyActions = ["add", "list", "revoke"];

    /// <summary>Makes, lists and revokes the keys of sources; the dashboard may be running.</summary>
    private static int Keys(Call call, string path, string format)
    {
        string? what = call.Words.Count > 1 ? call.Words[1] : null, name = call.Words.Count > 2 ? call.Words[2] : null;
        var problems = new Problems();
        KeyScope scope = Scope.Given(call.Parsed, problems) switch { "read" => KeyScope.Read, "both" => KeyScope.Ingest | KeyScope.Read, _ => KeyScope.Ingest };
        if (what is null || !KeyActions.Contains(what))
            problems.Add(new InputProblem(Mark.Whole("corridor"), "twin key", what, what is null ? new("falta qué hacer", "what to do is missing") : new("desconocido", "unknown"), Wording.OneOf(KeyActions), what is null ? null : Nearest.To(what, KeyActions)));
        else if (what == "list" && name is not null)
            problems.Add(new InputProblem(Mark.Whole("corridor"), "twin key list", name, new("no lleva nombre", "takes no name")));
        else if (what != "list" && (name is null || !ApiKey.IsName(name)))
            problems.Add(new InputProblem(Mark.Whole("corridor"), $"twin key {what}", name, name is null ? new("falta el nombre de la fuente", "the name of the source is missing") : new("no es un nombre de fuente", "is not a name of a source"), new($"hasta {ApiKey.LongestName} letras, cifras, puntos, guiones", $"up to {ApiKey.LongestName} letters, digits, dots, hyphens")));
        if (problems.Any) throw new InputException(problems.All);
        using ApiKeys keys = ApiKeys.Open(path, make: what == "add");
        switch (what)
        {
            case "add":
                // Alone on standard output, so that it can go straight into a file.
                call.Terminal.Out.WriteLine(keys.Add(name!, scope));
                call.Tell($"corridor: clave de '{name}'; no se guarda ni se mostrará otra vez", $"corridor: key of '{name}'; it is kept nowhere and will not be shown again");
                return ExitCode.Done;
            case "revoke":
                if (keys.Revoke(name!) is > 0 and var n)
                {
                    call.Tell($"corridor: {n} clave(s) de '{name}' ya no sirven", $"corridor: {n} key(s) of '{name}' are no good any more");
                    return ExitCode.Done;
                }
                string[] good = [.. keys.All().Where(k => k.Revoked is null).Select(k => k.Source).Distinct()];
                throw new InputException([new InputProblem(Mark.Whole("corridor"), "twin key revoke", name, new("no hay una clave vigente con ese nombre", "there is no good key of that name"), good.Length > 0 ? Wording.OneOf(good) : null, Nearest.To(name!, good))]);
            default:
                List(call, format, keys.All());
                return ExitCode.Done;
        }
    }

    private static void List(Call call, string format, IReadOnlyList<ApiKey> keys)
    {
        TextWriter to = call.Terminal.Out;
        Tongue tongue = call.Tongue;
        static string Utc(DateTimeOffset? t) => t?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
        static string Words(KeyScope s) => string.Join('+', new[] { (KeyScope.Ingest, "ingest"), (KeyScope.Read, "read") }.Where(x => s.HasFlag(x.Item1)).Select(x => x.Item2));
        if (format == "json")
        {
            to.Write(JsonSerializer.Serialize(keys.Select(k => new { id = k.Id, source = k.Source, scope = Words(k.Scope), created = k.Created, used = k.Used, revoked = k.Revoked }), Plain) + "\n");
            return;
        }
        if (format == "csv")
        {
            to.Write("id,source,scope,created,used,revoked\n");
            foreach (ApiKey k in keys) to.Write($"{k.Id},{k.Source},{Words(k.Scope)},{Utc(k.Created)},{Utc(k.Used)},{Utc(k.Revoked)}\n");
            return;
        }
        if (keys.Count == 0)
        {
            to.WriteLine(tongue.Say("No hay claves.", "There are no keys."));
            return;
        }
        Table table = TextTable.Create((tongue.Say("Fuente", "Source"), false), ("Id", false), (tongue.Say("Permite", "Allows"), false), (tongue.Say("Creada", "Created"), false), (tongue.Say("Usada", "Used"), false), (tongue.Say("Anulada", "Revoked"), false));
        foreach (ApiKey k in keys) table.Add(k.Source, k.Id, Words(k.Scope), Utc(k.Created), k.Used is null ? tongue.Say("nunca", "never") : Utc(k.Used), k.Revoked is null ? "–" : Utc(k.Revoked));
        to.Write(TextTable.Render(table, call.Terminal.Width));
    }
}
