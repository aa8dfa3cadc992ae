using System.Text;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Inputs;

/// <summary>A folder of input files that goes away after the test.</summary>
public sealed class Workspace : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("corridor-").FullName;

    /// <summary>A whole baseline in few lines: one post, one stage.</summary>
    public const string SmallBaseline = """
        id: small
        title: {en: Small, es: Pequeña}
        year: 2024
        variation: {law: gamma, cv: 0.5}
        countries:
          NI: {en: Nicaragua, es: Nicaragua, utc: "-06:00"}
          CR: {en: Costa Rica, es: Costa Rica, utc: "-06:00"}
        demand:
          growth: 3 %/year
          loaded: {NI-CR: {southbound: 96 /day, northbound: 700 /week}}
          empty: {penas-blancas: {southbound: 74 /day}}
          hours: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
          weekdays: [1, 1, 1, 1, 1, 1, 1]
          months: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
          cargo: {perishable: 20 %}
          aeo: 5 %
          msme: 20 %
        roads: []
        costs:
          carrier: 20 USD/h
          idle-fuel: 2.5 L/h
          idling: 40 %
          reefer-fuel: 3 L/h
          diesel: 0.96 USD/L
          co2: 2.68 kg/L
          cargo-value: 30000 USD
          time-value-dry: 0.8 %/day
          time-value-perishable: 2.1 %/day
          spoilage-after: 12 h
          spoilage: 0.25 %/h
        defaults:
          exit: &side
            stages:
              gate:
                station: gate
                service: {export: 8 min, import: 90 s, transit: 0.1 h, empty: fixed 1 min}
            stations:
              gate:
                agency: customs
                roster:
                  - {days: all, hours: "06:00-22:00", staff: 2}
                room: unlimited
            declaration:
              lead: 24 h
              desk: [{days: mon-fri, hours: "06:00-18:00"}]
            risk:
              customs: {import: {yellow: 20 %, red: 15 %}}
          entry: *side
        posts:
          penas-blancas:
            en: Peñas Blancas
            es: Peñas Blancas
            north: NI
            south: CR

        """;

    /// <summary>A scenario that changes nothing.</summary>
    public const string SmallScenario = """
        id: what-if
        title: {en: What if, es: Qué tal si}
        extends: small

        """;

    /// <summary>Path of the folder.</summary>
    public string Folder => folder;

    /// <summary>A folder with the small baseline in it.</summary>
    public static Workspace WithBaseline(string from = "", string to = "")
    {
        var workspace = new Workspace();
        if (from.Length > 0) Assert.Contains(from, SmallBaseline, StringComparison.Ordinal);
        workspace.Write("small.yaml", from.Length > 0 ? SmallBaseline.Replace(from, to, StringComparison.Ordinal) : SmallBaseline);
        return workspace;
    }

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The folder as read.</summary>
    public ScenarioFolder Load() => ScenarioFolder.Load(folder);

    /// <summary>What is wrong with the folder, one line each, without the folder's own path.</summary>
    public string[] Lines(string language = "en") => [.. Load().Problems.Select(p => Relative(p.Render(language)))];

    /// <summary>Text without the folder's own path.</summary>
    public string Relative(string text) => text.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, true);
}
