using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Store;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Appraisal.Savings;

/// <summary>All that is simulated for a plan.</summary>
public sealed record PlanSavings
{
    /// <summary>The plan.</summary>
    public required AppraisalPlan Plan { get; init; }

    /// <summary>Years of operation whose queues settle, in order; the last of them is held from then on.</summary>
    public required IReadOnlyList<YearSavings> Years { get; init; }

    /// <summary>Years of operation simulated but not used, since their queues do not settle.</summary>
    public required IReadOnlyList<YearSavings> Beyond { get; init; }

    /// <summary>Years of works: what they cost users is a negative saving.</summary>
    public required IReadOnlyList<YearSavings> Works { get; init; }

    /// <summary>Officers' hours that the plan adds, per year, by post and country; negative where it needs fewer.</summary>
    public required IReadOnlyDictionary<(int Post, string Country), double> StaffHours { get; init; }

    /// <summary>What the measures said when they were applied.</summary>
    public required IReadOnlyList<MeasureNote> Notes { get; init; }

    /// <summary>How it was simulated.</summary>
    public required ExperimentOptions Options { get; init; }

    /// <summary>Replications that every year has.</summary>
    public required int Replications { get; init; }

    /// <summary>False if it was cancelled.</summary>
    public required bool Complete { get; init; }

    /// <summary>Sum of the fingerprints of all trajectories: the same inputs and program give the same.</summary>
    public required ulong Fingerprint { get; init; }

    /// <summary>The year whose saving holds in a calendar year from opening on.</summary>
    public YearSavings In(int year) => Years[Math.Min(Math.Max(year - Years[0].Year, 0), Years.Count - 1)];

    /// <summary>What has to be simulated for plans: distinct models are run once.</summary>
    internal static IReadOnlyList<(string Name, CorridorModel Model)> Models(AppraisalPlan plan)
    {
        var models = new List<(string, CorridorModel)>();
        foreach (int year in plan.SimulatedYears)
        {
            models.Add(($"{plan.Id}@{year}-without", plan.ModelWithout(year)));
            models.Add(($"{plan.Id}@{year}-with", plan.Outcome(year).Model));
        }
        foreach (int year in YearsOfWorks(plan))
        {
            models.Add(($"{plan.Id}@{year}-before", plan.ModelWithout(year)));
            models.Add(($"{plan.Id}@{year}-works", Hindered(plan, year)));
        }
        return models;
    }

    /// <summary>How many of the replications that plans need a store has, and how many they need.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The store cannot be read.</exception>
    public static (int Kept, int Needed) Stored(IReadOnlyList<AppraisalPlan> plans, ExperimentOptions options, ReplicationStore store)
    {
        string[] keys = [.. plans.SelectMany(p => Models(p)).AsParallel().Select(m => ReplicationStore.KeyOf(m.Model, options)).Distinct()];
        return (keys.Sum(k => store.Count(k, options.Replications)), keys.Length * options.Replications);
    }

    /// <summary>Runs plans, each year with and without; what the store holds is not run again.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="options">Length, replications, seed.</param>
    /// <param name="executor">Where.</param>
    /// <param name="progress">Told after each replication.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">The queues of a plan's first year do not settle.</exception>
    public static IReadOnlyList<PlanSavings> Run(IReadOnlyList<AppraisalPlan> plans, ExperimentOptions options, IExecutor executor, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        (string Name, CorridorModel Model)[][] models = [.. plans.Select(p => Models(p).ToArray())];
        Variant[] variants = [.. models.SelectMany(m => m).Select(m => new Variant(m.Name, m.Model, options.Replications))];
        CommonRun run = CommonRun.Of(variants, options, executor, progress, cancellation);
        int from = 0;
        var savings = new List<PlanSavings>();
        for (int p = 0; p < plans.Count; p++)
        {
            savings.Add(Of(plans[p], run.Part(from, models[p].Length), options));
            from += models[p].Length;
        }
        return savings;
    }

    private static PlanSavings Of(AppraisalPlan plan, CommonRun run, ExperimentOptions options)
    {
        if (run.Replications.Count == 0) throw new OperationCanceledException();
        double grace = plan.Baseline.Model.Costs.SpoilageAfterHours;
        YearSavings Pair(int at, int year) => YearSavings.Of(year, run.Of(at), run.Of(at + 1), grace);
        int[] operation = [.. plan.SimulatedYears], works = [.. YearsOfWorks(plan)];
        YearSavings[] years = [.. operation.Select((y, i) => Pair(2 * i, y))];
        YearSavings[] settled = [.. years.TakeWhile(y => !y.Unsettled)];
        if (settled.Length == 0)
            throw new InputException([new InputProblem(plan.Mark, "opening", $"{plan.Opening}", new(
                "las colas no se estabilizan: la demanda supera la capacidad, y el ahorro dependería de cuánto se mide",
                "the queues do not settle: demand is beyond capacity, and the saving would hang on how long one measures"), new("un año anterior, o un caso con más capacidad", "an earlier year, or a case with more capacity"))]);
        return new PlanSavings
        {
            Plan = plan, Years = settled, Beyond = years[settled.Length..],
            Works = [.. works.Select((y, i) => Pair(2 * (operation.Length + i), y))],
            StaffHours = Staff(plan.ModelWithout(plan.Opening), plan.Outcome(plan.Opening).Model),
            Notes = plan.Outcome(plan.Opening).Notes, Options = options, Replications = run.Replications.Count, Complete = run.Complete,
            Fingerprint = run.Fingerprint,
        };
    }

    /// <summary>Years before opening in which money is spent, where works hinder a post.</summary>
    private static IEnumerable<int> YearsOfWorks(AppraisalPlan plan) => plan.ConstructionPosts.Count == 0 ? [] : plan.Capital.SelectMany(c => c.Spending.Where(s => s.Value > 0).Select(s => s.Key)).Where(y => y < plan.Opening).Distinct().Order();

    /// <summary>The case without, with a part of all work lost at the posts in works.</summary>
    private static CorridorModel Hindered(AppraisalPlan plan, int year) =>
        Construction.Hinder(plan.ModelWithout(year), plan.ConstructionPosts.Select(p => (p, (string?)null)), plan.Value("construction.capacity-lost"));

    private static Dictionary<(int Post, string Country), double> Staff(CorridorModel without, CorridorModel with)
    {
        var hours = new Dictionary<(int, string), double>();
        for (int p = 0; p < without.Posts.Count; p++)
            foreach (SideProcedure side in without.Posts[p].Sides)
            {
                double added = Weekly(with.Posts[p].Side(side.Direction, side.Role)) - Weekly(side);
                if (added != 0) hours[(p, side.Country)] = hours.GetValueOrDefault((p, side.Country)) + added * BorderTimes.DaysPerYear / 7;
            }
        return hours;
    }

    private static double Weekly(SideProcedure side) => side.Stations.Sum(s => s.Roster.WeeklyStaffHours);
}
