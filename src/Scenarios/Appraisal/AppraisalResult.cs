using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Appraisal;

/// <summary>What a plan is worth. Million US$ of the plan's price year throughout.</summary>
public sealed record AppraisalResult
{
    /// <summary>The plan.</summary>
    public required AppraisalPlan Plan { get; init; }

    /// <summary>What was simulated.</summary>
    public required PlanSavings Savings { get; init; }

    /// <summary>Flows by kind.</summary>
    public required ProjectFlows Flows { get; init; }

    /// <summary>Benefits by kind; they add up to those of <see cref="Flows"/>.</summary>
    public required IReadOnlyDictionary<BenefitKind, CashFlow> Benefits { get; init; }

    /// <summary>Investments and yearly costs line by line; with upkeep they add up to those of <see cref="Flows"/>.</summary>
    public required IReadOnlyList<CostLine> Costs { get; init; }

    /// <summary>Side by side, in the plan's order; the first is the main rate.</summary>
    public required IReadOnlyList<RateResult> Rates { get; init; }

    /// <summary>At rates that decline with the years; null if the plan has none.</summary>
    public required RateResult? Declining { get; init; }

    /// <summary>Economic rates of return: all of them.</summary>
    public required IReadOnlyList<double> Err { get; init; }

    /// <summary>Modified rate of return, financed and reinvested at the main rate: what counts where there are several rates of return.</summary>
    public required double? Modified { get; init; }

    /// <summary>Years from the start until all costs have come back; null if they do not.</summary>
    public required double? Payback { get; init; }

    /// <summary>Worth at shadow prices, at the plan's rates; and the rate of return then.</summary>
    public required (IReadOnlyList<double> Npv, IReadOnlyList<double> Err) Shadow { get; init; }

    /// <summary>With benefits a year late, at the main rate.</summary>
    public required (double Npv, IReadOnlyList<double> Err) Late { get; init; }

    /// <summary>Worth at the main rate with one assumption alone at the ends of its range, widest first.</summary>
    public required IReadOnlyList<AssumptionEffect> Sensitivity { get; init; }

    /// <summary>Changes of whole groups of flows that leave nothing, at the main rate.</summary>
    public required IReadOnlyList<GroupSwitch> Switching { get; init; }

    /// <summary>Worth at the main rate with all assumptions and the simulation uncertain at once.</summary>
    public required RiskResult Risk { get; init; }

    /// <summary>Who gains and pays, present value at the main rate; adds up to the net present value.</summary>
    public required IReadOnlyList<IncidenceRow> Incidence { get; init; }

    /// <summary>What one pays another, present value at the main rate: in nobody's total.</summary>
    public required IReadOnlyList<TransferRow> Transfers { get; init; }

    /// <summary>The plan and its alternatives, cheapest first, each against the best before it; empty without alternatives.</summary>
    public required IReadOnlyList<RankingStep> Ranking { get; init; }

    /// <summary>Titles of the plans ranked, by id.</summary>
    public required IReadOnlyDictionary<string, Bilingual> RankedTitles { get; init; }

    /// <summary>Trucks that wait longer because of the plan, told from chance over all strata.</summary>
    public required IReadOnlyList<(RowKey Stratum, Interval Hours)> WorseOff { get; init; }

    /// <summary>Users' gain from crossings that the plan induces, less the queues they cause, in each simulated year that is used; before ramp.</summary>
    public required IReadOnlyList<double> InducedByYear { get; init; }

    /// <summary>Error of the rule of a half where crossings are induced, in the last simulated year; 0 without.</summary>
    public required double HalfError { get; init; }

    /// <summary>Saved by stratum and kind in the years simulated, million dollars of that year, before ramp and delay.</summary>
    public required IReadOnlyList<SavingCell> Cells { get; init; }
}

/// <summary>At one rate, or one schedule of rates.</summary>
/// <param name="At">The rate.</param>
/// <param name="Npv">Net present value.</param>
/// <param name="Bcr">Benefit-cost ratio by the plan's convention.</param>
/// <param name="NpvPerCapital">Net present value by discounted capital.</param>
/// <param name="DiscountedPayback">Years; null if costs never come back.</param>
/// <param name="FirstYear">First-year rate of return.</param>
/// <param name="Annual">Equivalent annual value.</param>
public sealed record RateResult(Discounting At, double Npv, double Bcr, double NpvPerCapital, double? DiscountedPayback, double FirstYear, double Annual)
{
    /// <summary>The rate of year 1.</summary>
    public double Rate => At.RateIn(1);
}

/// <summary>A cost line.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Country">Who pays.</param>
/// <param name="IsCapital">An investment.</param>
/// <param name="Flow">What is paid, by year.</param>
/// <param name="Upkeep">Its upkeep, by year.</param>
/// <param name="Residual">What is left of it at the end.</param>
public sealed record CostLine(Bilingual Title, string Country, bool IsCapital, CashFlow Flow, CashFlow Upkeep, double Residual);

/// <summary>What an assumption alone does to the net present value.</summary>
/// <param name="Assumption">The assumption.</param>
/// <param name="AtLow">At the low end of its range.</param>
/// <param name="AtHigh">At the high end.</param>
/// <param name="Switching">The value, in the model's unit, at which nothing is left; null if no value from 0 up does that.</param>
public sealed record AssumptionEffect(Assumption Assumption, double AtLow, double AtHigh, double? Switching);

/// <summary>A group of flows and the relative change that leaves nothing.</summary>
/// <param name="Name">The group.</param>
/// <param name="Change">−0.3 for 30 % less; null if none does.</param>
public sealed record GroupSwitch(Bilingual Name, double? Change);

/// <summary>Who.</summary>
public enum Stakeholder { Carriers, Shippers, Agencies, Treasury, Partner, Society }

/// <summary>What one gains (or, negative, pays).</summary>
/// <param name="Who">Who.</param>
/// <param name="Country">On which side the gain arises, or which country pays.</param>
/// <param name="PresentValue">At the main rate.</param>
public sealed record IncidenceRow(Stakeholder Who, string Country, double PresentValue);

/// <summary>A transfer.</summary>
/// <param name="Name">What it is.</param>
/// <param name="From">Who pays.</param>
/// <param name="To">Who receives.</param>
/// <param name="PresentValue">At the main rate.</param>
public sealed record TransferRow(Bilingual Name, Stakeholder From, Stakeholder To, double PresentValue);

/// <summary>What one stratum saves in one simulated year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Stratum">Side, operation, cargo class.</param>
/// <param name="Country">Whose side it is.</param>
/// <param name="Saved">Hours.</param>
/// <param name="Kinds">Million dollars by kind.</param>
public sealed record SavingCell(int Year, RowKey Stratum, string Country, Physical Saved, IReadOnlyDictionary<BenefitKind, double> Kinds);
