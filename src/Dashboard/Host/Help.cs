using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Dashboard.Host;

/// <summary>What the command line takes.</summary>
internal static class Help
{
    private static readonly (string Option, Bilingual Purpose)[] Options =
    [
        ("--port N", new($"Puerto; {DashboardOptions.UsualPort} si no se indica, 0 para cualquiera libre.", $"Port; {DashboardOptions.UsualPort} if not given, 0 for any that is free.")),
        ("--data DIR", new($"Dónde se guardan los resultados; {DashboardOptions.UsualData} si no se indica.", $"Where results are kept; {DashboardOptions.UsualData} if not given.")),
        ("--twin FILE", new("Archivo del gemelo; twin.db en la carpeta de resultados si no se indica.", "The twin's file; twin.db in the directory of results if not given.")),
        ("--scenarios DIR", new("Línea base y escenarios; 'scenarios', aquí o más arriba, si no se indica.", "Baseline and scenarios; 'scenarios', here or further up, if not given.")),
        ("--no-pilot", new("No compara por sí solo los escenarios incluidos al empezar.", "Does not compare the shipped scenarios by itself at the start.")),
        ("--bind IP", new("Dirección en la que escucha; 127.0.0.1 si no se indica. Con otra se exige una clave de acceso.", "Address it listens at; 127.0.0.1 if not given. At any other an access token is demanded.")),
        ("--token T", new("La clave de acceso, de 16 caracteres o más; una al azar si no se indica.", "The access token, 16 characters or more; drawn at random if not given.")),
        ("--help", new("Esta ayuda.", "This help.")),
    ];

    /// <summary>The text.</summary>
    public static string Text(Tongue tongue) =>
        tongue.Say("CorridorTwin en el navegador: escenarios, comparaciones e indicadores del Corredor Pacífico.\n\n", "CorridorTwin in the browser: scenarios, comparisons and indicators of the Pacific Corridor.\n\n")
        + "  dotnet run -c Release --project src/Dashboard\n  dotnet run -c Release --project src/Dashboard -- --port 8080 --data results\n\n"
        + string.Concat(Options.Select(o => $"  {o.Option,-16} {tongue.Say(o.Purpose)}\n"));
}
