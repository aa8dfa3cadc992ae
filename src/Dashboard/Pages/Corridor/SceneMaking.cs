using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Films;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;
using Microsoft.Data.Sqlite;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>Makes scenes: models from files, films from the room, crossing times from the store where there are any.</summary>
public sealed class SceneMaking(FilmRoom films, ReplicationStore store)
{
    private const int MostReplications = 1000;
    private const int MostHeld = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<string, CorridorModel> models = [];
    private readonly Dictionary<string, (DateTime Read, IReadOnlyList<ReplicationSummary> Kept)> stored = [];

    /// <summary>The baseline, in the weeks of the scenario if there is one beside it.</summary>
    public Scene Baseline(BaselineFile baseline, Scenario? beside, int replication)
    {
        Weeks weeks = beside?.Weeks ?? new Weeks(baseline.Year, null);
        CorridorModel model = beside is null ? baseline.Model : Model($"{baseline.Id} {beside.Hash}", () => weeks.Of(beside.Baseline.Model, beside.Baseline.Year));
        Bilingual title = weeks.Year == baseline.Year ? baseline.Title : new($"{baseline.Title.Es}, demanda de {weeks.Year}", $"{baseline.Title.En}, demand of {weeks.Year}");
        return Make(baseline.Id, title, model, replication);
    }

    /// <summary>A scenario.</summary>
    public Scene Of(Scenario scenario, int replication) => Make(scenario.Id, scenario.Title,
        Model(scenario.Hash, () => MeasureCatalog.Apply(scenario.ModelBeforeMeasures(), scenario.Measures.Select(m => m.Application)).Model), replication);

    private Scene Make(string id, Bilingual title, CorridorModel model, int replication)
    {
        var subject = new FilmSubject(model, id) { Replication = replication };
        FilmState state = films.Ask(subject);
        return new Scene(id, title, subject, state, state.Film is { } film ? Times(model, film) : new CrossingTimes(new Dictionary<(string, Direction), Interval>(), 0));
    }

    private CrossingTimes Times(CorridorModel model, WeekFilm film)
    {
        IReadOnlyList<ReplicationSummary> kept = Kept(ReplicationStore.KeyOf(model, new ExperimentOptions()));
        var hours = new Dictionary<(string, Direction), Interval>();
        for (int p = 0; p < model.Posts.Count; p++)
            foreach (Direction direction in Scene.Ways)
            {
                double[] means = [.. kept.Select(k => Crossing(k, p, direction)).Where(double.IsFinite)];
                hours[(model.Posts[p].Id, direction)] = means.Length > 0 ? Interval.Of(means) : Interval.Of([film.CrossingHours(model.Posts[p].Id, direction)]);
            }
        return new CrossingTimes(hours, kept.Count);
    }

    /// <summary>M_crossing of one replication: the mean over pair, transit and empty trucks together.</summary>
    private static double Crossing(ReplicationSummary summary, int post, Direction direction)
    {
        RowValue[] rows = [.. Enum.GetValues<TruckKind>().Select(k => summary.Rows.GetValueOrDefault(new RowKey(post, direction, null, null, k, null))).OfType<RowValue>()];
        return rows.Sum(r => r.Count * r.Mean) / rows.Sum(r => r.Count);
    }

    /// <summary>Replications of a model; read again after some seconds, since a run may add to them.</summary>
    private IReadOnlyList<ReplicationSummary> Kept(string key)
    {
        lock (gate)
        {
            if (stored.TryGetValue(key, out var known) && DateTime.UtcNow - known.Read < TimeSpan.FromSeconds(20)) return known.Kept;
            if (stored.Count >= MostHeld) stored.Clear();
            try
            {
                IReadOnlyList<ReplicationSummary> kept = store.Replications(key, MostReplications);
                stored[key] = (DateTime.UtcNow, kept);
                return kept;
            }
            catch (SqliteException)
            {
                // The film's own week stands in, and says so.
                return [];
            }
        }
    }

    private CorridorModel Model(string key, Func<CorridorModel> make)
    {
        lock (gate)
        {
            if (models.TryGetValue(key, out CorridorModel? known)) return known;
            if (models.Count >= MostHeld) models.Clear();
            return models[key] = make();
        }
    }
}
