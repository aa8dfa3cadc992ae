using System.Net;
using AngleSharp.Dom;
using CorridorTwin.Dashboard.Pages.Corridor;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Films;

namespace CorridorTwin.Dashboard.Tests.Pages.Corridor;

/// <summary>A host whose data folder holds the films of the baseline and one scenario already, made once for all tests of the page.</summary>
public sealed class CorridorHost : IAsyncLifetime
{
    /// <summary>The scenario that stands beside the baseline.</summary>
    public const string Beside = "smart-border";

    private readonly string data = Directory.CreateTempSubdirectory("corridor-films-").FullName;

    /// <summary>The host.</summary>
    public RunningHost Host { get; private set; } = null!;

    /// <summary>The baseline's week.</summary>
    public WeekFilm Baseline { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Host = await RunningHost.Start(data: data);
        using HttpClient browser = Host.Browser();
        Assert.Contains("\"ready\":false", await browser.GetStringAsync($"/corridor/progress?scenario={Beside}"));
        for (int i = 0; i < 1200 && !(await browser.GetStringAsync($"/corridor/progress?scenario={Beside}")).Contains("\"ready\":true", StringComparison.Ordinal); i++) await Task.Delay(250);
        CorridorTwin.Simulation.Corridor.CorridorModel model = ScenarioFolder.Load(Repository.Scenarios).Baselines.Single().Model;
        Baseline = new FilmFolder(Path.Combine(data, "films")).Find(new FilmSubject(model, "2024-baseline").Key)!;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A page of the corridor, which must answer as expected.</summary>
    public async Task<IDocument> Page(string query, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpClient browser = Host.Browser();
        HttpResponseMessage answer = await browser.GetAsync("/corridor?" + query);
        Assert.Equal(expected, answer.StatusCode);
        return await RunningHost.Parse(answer);
    }
}

/// <summary>The films are made once for all classes that need them.</summary>
[CollectionDefinition(nameof(CorridorHost))]
public sealed class CorridorHostCollection : ICollectionFixture<CorridorHost>;
