using System.Globalization;
using System.Net;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Host;

/// <summary>Reads the command line.</summary>
internal static class Arguments
{
    private static readonly string[] Valued = ["--port", "--data", "--twin", "--scenarios", "--bind", "--token"];
    private static readonly string[] All = [.. Valued, "--no-pilot", "--help"];

    /// <summary>What the dashboard is started with.</summary>
    /// <exception cref="InputException">A word is wrong.</exception>
    public static DashboardOptions Read(IReadOnlyList<string> args)
    {
        var problems = new Problems();
        var given = new Dictionary<string, string>();
        for (int i = 0; i < args.Count; i++)
        {
            string[] parts = args[i].Split('=', 2);
            if (!All.Contains(parts[0])) problems.Add(Problem(parts[0], null, new("opción desconocida", "unknown option"), Wording.OneOf(All), Nearest.To(parts[0], All)));
            else if (given.ContainsKey(parts[0])) problems.Add(Problem(parts[0], null, new("aparece más de una vez", "given more than once")));
            else if (!Valued.Contains(parts[0])) given[parts[0]] = "";
            else if (parts.Length == 2) given[parts[0]] = parts[1];
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)) given[parts[0]] = args[++i];
            else problems.Add(Problem(parts[0], null, new("falta el valor", "needs a value")));
        }
        int port = Port(given.GetValueOrDefault("--port"), problems);
        IPAddress address = Address(given.GetValueOrDefault("--bind"), problems);
        string? scenarios = given.GetValueOrDefault("--scenarios") ?? ScenarioDirectory.Find();
        if (scenarios is null || !Directory.Exists(scenarios))
            problems.Add(Problem("--scenarios", scenarios, scenarios is null
                ? new("no hay un directorio 'scenarios' aquí ni más arriba", "there is no 'scenarios' directory here or further up")
                : new("el directorio no existe", "no such directory"), new("un directorio", "a directory")));
        string data = given.GetValueOrDefault("--data") is { Length: > 0 } named ? named : DashboardOptions.UsualData;
        if (File.Exists(data)) problems.Add(Problem("--data", data, new("es un archivo", "is a file"), new("un directorio", "a directory")));
        string? twin = given.GetValueOrDefault("--twin") is { Length: > 0 } file ? Path.GetFullPath(file) : null;
        if (Directory.Exists(twin)) problems.Add(Problem("--twin", twin, new("es un directorio", "is a directory"), new("un archivo", "a file")));
        string? token = given.GetValueOrDefault("--token");
        if (token is { Length: < 16 }) problems.Add(Problem("--token", null, new("demasiado corto", "too short"), new("16 caracteres o más", "16 characters or more")));
        if (problems.Any) throw new InputException(problems.All);
        return new DashboardOptions
        {
            Port = port, PortIsFixed = given.ContainsKey("--port"), Address = address, Data = Path.GetFullPath(data), Scenarios = scenarios!,
            Pilot = !given.ContainsKey("--no-pilot"), Token = token, Twin = twin,
        };
    }

    private static int Port(string? text, Problems problems)
    {
        if (text is null) return DashboardOptions.UsualPort;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= IPEndPoint.MaxPort) return port;
        problems.Add(Problem("--port", text, new("no es un puerto", "not a port"), new("un número entero de 0 a 65535; 0 para cualquiera libre", "a whole number from 0 to 65535; 0 for any that is free")));
        return 0;
    }

    private static IPAddress Address(string? text, Problems problems)
    {
        if (text is null or "localhost") return IPAddress.Loopback;
        if (IPAddress.TryParse(text, out IPAddress? address)) return address;
        problems.Add(Problem("--bind", text, new("no es una dirección IP", "not an IP address"), new("127.0.0.1 (solo este equipo) o 0.0.0.0 (toda la red, con clave de acceso)", "127.0.0.1 (this machine only) or 0.0.0.0 (the whole network, with an access token)")));
        return IPAddress.Loopback;
    }

    private static InputProblem Problem(string option, string? given, Bilingual message, Bilingual? expected = null, string? nearest = null) =>
        new(Mark.Whole("dashboard"), option, given, message, expected, nearest);
}
