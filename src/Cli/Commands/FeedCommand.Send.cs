using System.Net.Http.Headers;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Cli.Commands;

internal sealed partial class FeedCommand
{
    /// <summary>Holds the key where no file is named.</summary>
    private const string KeyVariable = "CORRIDOR_KEY";

    /// <summary>How long nothing may get through: a dashboard may be restarted meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly NameSetting To = new("--to", new("DIRECCIÓN", "ADDRESS"), new("Envía los eventos al panel que está en esta dirección, y los reenvía si no puede recibirlos.", "Sends the events to the dashboard at this address, and again if it cannot take them."), new("una dirección como http://127.0.0.1:5080", "an address such as http://127.0.0.1:5080"));
    private static readonly PathSetting KeyFile = new("--key-file", new("Archivo con la clave de 'twin key add'.", "File with the key of 'twin key add'."), new($"la variable {KeyVariable}", $"the variable {KeyVariable}"), new("ARCHIVO", "FILE"), new("un archivo", "a file"));

    /// <summary>Where events are sent, with which key; null if they are not.</summary>
    private static (Uri Address, string Key)? Destination(Call call, bool csv, bool intoFile, Problems problems)
    {
        string? file = KeyFile.Given(call.Parsed, problems);
        if (To.Given(call.Parsed, problems) is not { } text)
        {
            if (file is not null) problems.Add(Problem(KeyFile.Name, file, new($"solo con {To.Name}", $"only with {To.Name}")));
            return null;
        }
        if (csv) problems.Add(Problem(Form.Name, "csv", new($"no va con {To.Name}", $"does not go with {To.Name}"), Bilingual.Same("jsonl")));
        if (intoFile) problems.Add(Problem(CommandLine.Settings.Out.Name, null, new($"no va con {To.Name}", $"does not go with {To.Name}")));
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            problems.Add(Problem(To.Name, text, new("no es una dirección", "is not an address"), To.Takes));
            return null;
        }
        string? key = file is null ? call.Terminal.Variable(KeyVariable) : Read(file, problems);
        if (key is null && file is null) problems.Add(Problem(KeyFile.Name, null, new("falta la clave", "the key is missing"), new($"un archivo con ella, o la variable {KeyVariable}", $"a file with it, or the variable {KeyVariable}")));
        return key is null ? null : (address, key.Trim());
    }

    private static string? Read(string file, Problems problems)
    {
        try
        {
            string text = File.ReadAllText(file).Trim();
            // What stands in a header must not hold what ends it; the text is not shown: it may be a key all the same.
            if (text.Length is > 0 and < 512 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')) return text;
            problems.Add(Problem(KeyFile.Name, file, new("no contiene una clave", "does not hold a key"), new("lo que mostró 'corridor twin key add'", "what 'corridor twin key add' showed")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(Problem(KeyFile.Name, file, new("no se puede leer", "cannot be read"), new("un archivo con la clave", "a file with the key")));
        }
        return null;
    }

    private static void Send(Call call, Uri address, string key, Action<TextWriter> play)
    {
        call.Tell("corridor: eventos simulados, no observados (src SIM)", "corridor: simulated events, not observed (src SIM)");
        if (address.Scheme == "http" && !address.IsLoopback) call.Tell("corridor: la clave y los eventos van sin cifrar por http", "corridor: key and events go unencrypted over http");
        // The key goes nowhere but where it is told to; a proxy in between is for other machines.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !address.IsLoopback };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(100) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(call.Tongue.Code);
        using var post = new EventPost(client, address, Patience, said => call.Tell(said.Es, said.En), call.Cancellation);
        play(post);
        post.Complete();
        (long accepted, long duplicate, long late, long refused) = post.Taken;
        call.Tell($"enviados: {accepted} aceptados, {duplicate} repetidos, {late} tarde, {refused} apartados", $"sent: {accepted} accepted, {duplicate} duplicates, {late} late, {refused} set aside");
    }

    private static InputProblem Problem(string option, string? given, Bilingual message, Bilingual? expected = null) => new(Mark.Whole("corridor"), option, given, message, expected);
}
