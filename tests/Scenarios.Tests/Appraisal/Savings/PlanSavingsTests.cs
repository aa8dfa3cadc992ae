using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Appraisal.Reports;
using CorridorTwin.Scenarios.Appraisal.Savings;
using CorridorTwin.Scenarios.Appraisal.Valuation;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Appraisal.Savings;

/// <summary>Demand beyond capacity: savings of such years hang on how long one measures, so they do not count.</summary>
public class PlanSavingsTests
{
    private static readonly Lazy<ReplicationSummary> Real = new(() =>
    {
        ReplicationSummary? found = null;
        new LocalExecutor().Run([new Variant("baseline", Shipped.Baseline, 1)], new ExperimentOptions { Replications = 1, Days = 3, WarmUpDays = 2 }, f => found = f.Summary, default);
        return found!;
    });

    [Fact]
    public void A_plan_whose_first_year_does_not_settle_is_refused()
    {
        InputProblem problem = Assert.Single(Assert.Throws<InputException>(() => Run(_ => true)).Problems);
        Assert.Equal("opening", problem.Field);
        Assert.Contains("the queues do not settle", problem.Message.En);
        Assert.Contains("test-plan.yaml", problem.File);
    }

    [Fact]
    public void Years_from_the_first_that_does_not_settle_are_not_used_and_the_reader_is_told()
    {
        PlanSavings savings = Run(name => name.Contains("2027", StringComparison.Ordinal));
        Assert.Equal([2026], savings.Years.Select(y => y.Year));
        Assert.Equal([2027], savings.Beyond.Select(y => y.Year));
        AppraisalResult result = Appraiser.Appraise(savings, [], 100);
        Assert.Contains(AppraisalNotes.Warnings(result), w => w.En.Contains("From 2027 on the queues do not settle", StringComparison.Ordinal));
        CashFlow time = result.Benefits[BenefitKind.CarrierTime];
        Assert.Equal(time[1] / 0.6, time[12], 9);
    }

    [Fact]
    public void Every_year_of_operation_and_of_works_is_simulated_without_and_with()
    {
        var asked = new List<string>();
        Run(_ => false, asked);
        Assert.Equal(["test-plan@2026-without", "test-plan@2026-with", "test-plan@2027-without", "test-plan@2027-with", "test-plan@2025-before", "test-plan@2025-works"], asked);
    }

    private static PlanSavings Run(Func<string, bool> grows, List<string>? asked = null)
    {
        AppraisalPlan plan = TestPlan.Read();
        return PlanSavings.Run([plan], new ExperimentOptions { Replications = 3 }, new Given(Real.Value, grows, asked))[0];
    }

    /// <summary>Gives one real replication for every model, with days that lengthen where queues are said to grow; less time with the plan.</summary>
    private sealed class Given(ReplicationSummary real, Func<string, bool> grows, List<string>? asked) : IExecutor
    {
        public bool Run(IReadOnlyList<Variant> variants, ExperimentOptions options, Action<Finished> finished, CancellationToken cancellation)
        {
            for (int v = 0; v < variants.Count; v++)
            {
                asked?.Add(variants[v].Name);
                double share = variants[v].Name.EndsWith("-with", StringComparison.Ordinal) ? 0.8 : 1, daily = grows(variants[v].Name) ? 0.05 : 0;
                for (int r = 0; r < variants[v].Replications; r++)
                    finished(new Finished(v, real with
                    {
                        Replication = r,
                        Rows = real.Rows.ToDictionary(x => x.Key, x => x.Value with { Mean = share * x.Value.Mean }),
                        ByDay = [.. Enumerable.Range(0, 28).Select(d => new DayValue(100, 100 * (1 + daily * d + 0.001 * r)))],
                    }));
            }
            return true;
        }
    }
}
