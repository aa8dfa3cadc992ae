using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Appraisal.Plans;

/// <summary>An investment plan: what it changes at the border, what it costs, and the conventions by which it is appraised.</summary>
public sealed record AppraisalPlan
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it is.</summary>
    public required Bilingual Description { get; init; }

    /// <summary>The problem, and why it does not solve itself.</summary>
    public required Bilingual Problem { get; init; }

    /// <summary>The case without: a scenario, or null for the baseline alone.</summary>
    public required Scenario? Without { get; init; }

    /// <summary>The scenario that is the case with; null if the plan names measures itself.</summary>
    public required Scenario? With { get; init; }

    /// <summary>Measures the plan adds to the case without.</summary>
    public required IReadOnlyList<MeasureUse> Measures { get; init; }

    /// <summary>The corridor it stands in.</summary>
    public required BaselineFile Baseline { get; init; }

    /// <summary>Calendar year 0.</summary>
    public required int Start { get; init; }

    /// <summary>First calendar year of benefits.</summary>
    public required int Opening { get; init; }

    /// <summary>Years of operation.</summary>
    public required int Life { get; init; }

    /// <summary>Last calendar year simulated.</summary>
    public required int SimulatedUntil { get; init; }

    /// <summary>Prices of all amounts: one currency, one year.</summary>
    public required PriceBasis Prices { get; init; }

    /// <summary>Turns nominal amounts into real ones; null if no inflation is given.</summary>
    public required Deflator? Deflator { get; init; }

    /// <summary>Discount rates; the first is the main one.</summary>
    public required IReadOnlyList<Discounting> Rates { get; init; }

    /// <summary>Rates that decline with the years; null for none.</summary>
    public required Discounting? Declining { get; init; }

    /// <summary>Where the residual value stands in the benefit-cost ratio.</summary>
    public required ResidualAs ResidualAs { get; init; }

    /// <summary>Residual value at most this share of the capital it is of.</summary>
    public required double MostResidual { get; init; }

    /// <summary>Shares of the benefit in the first years of operation.</summary>
    public required IReadOnlyList<double> Ramp { get; init; }

    /// <summary>Investments.</summary>
    public required IReadOnlyList<CapitalLine> Capital { get; init; }

    /// <summary>Other yearly costs.</summary>
    public required IReadOnlyList<OperatingLine> Operating { get; init; }

    /// <summary>Posts hindered by works, by id; empty for none.</summary>
    public required IReadOnlyList<string> ConstructionPosts { get; init; }

    /// <summary>Probabilities of years by which benefits are late; one certain 0 if none are given.</summary>
    public required IReadOnlyList<(double Probability, int Years)> Delays { get; init; }

    /// <summary>Years of payments to a private partner; 0 for none.</summary>
    public required int PartnerPayments { get; init; }

    /// <summary>Plans it is compared with, by id.</summary>
    public required IReadOnlyList<string> Alternatives { get; init; }

    /// <summary>All numbers it rests on, unit values of the baseline first.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Files it is made of: itself, and its conventions.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Where its file begins.</summary>
    public required Mark Mark { get; init; }

    /// <summary>Last calendar year.</summary>
    public int Last => Opening + Life - 1;

    /// <summary>Last year, counted from the start.</summary>
    public int LastIndex => Last - Start;

    /// <summary>Calendar years simulated with and without the plan.</summary>
    public IEnumerable<int> SimulatedYears => Enumerable.Range(Opening, SimulatedUntil - Opening + 1);

    /// <summary>The corridor of a year without the plan.</summary>
    public CorridorModel ModelWithout(int year) => Without is { } s
        ? MeasureCatalog.Apply(s.ModelBeforeMeasures(year), s.Measures.Select(m => m.Application)).Model
        : Growth.ToYear(Baseline.Model, Baseline.Year, year);

    /// <summary>The corridor of a year with it.</summary>
    public MeasureOutcome Outcome(int year)
    {
        Scenario? basis = With ?? Without;
        CorridorModel model = basis?.ModelBeforeMeasures(year) ?? Growth.ToYear(Baseline.Model, Baseline.Year, year);
        IEnumerable<MeasureUse> inherited = basis?.Measures ?? [];
        return MeasureCatalog.Apply(model, inherited.Where(m => Measures.All(own => own.Application.Measure != m.Application.Measure)).Concat(Measures).Select(m => m.Application));
    }

    /// <summary>The value of an assumption; another if the plan has none of that place.</summary>
    public double Value(string path, double otherwise = 0) => Assumptions.FirstOrDefault(a => a.Path == path)?.Value ?? otherwise;
}

/// <summary>An investment.</summary>
/// <param name="Item">Short name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Class">Class.</param>
/// <param name="Country">Who pays it.</param>
/// <param name="Path">Where its amount stands in the plan's file.</param>
/// <param name="Nominal">The amount is in prices of the years in which it is spent.</param>
/// <param name="Spending">Shares by calendar year.</param>
/// <param name="Life">Years it serves.</param>
public sealed record CapitalLine(string Item, Bilingual Title, CapitalClass Class, string Country, string Path, bool Nominal, IReadOnlyDictionary<int, double> Spending, int Life);

/// <summary>A yearly cost.</summary>
/// <param name="Item">Short name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Country">Who pays it.</param>
/// <param name="Path">Where its amount stands in the plan's file.</param>
/// <param name="Nominal">The amount is in prices of its first year and grows with them.</param>
/// <param name="From">First calendar year.</param>
/// <param name="Until">Last calendar year.</param>
public sealed record OperatingLine(string Item, Bilingual Title, string Country, string Path, bool Nominal, int From, int Until);
