using CorridorTwin.Scenarios.Appraisal;
using CorridorTwin.Scenarios.Appraisal.Plans;
using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Appraisal;

/// <summary>A plan that is quick to simulate, and variations of it.</summary>
internal static class TestPlan
{
    /// <summary>Two days are no study; they are enough to see that sums add up.</summary>
    public static ExperimentOptions Brief { get; } = new() { Replications = 3, Days = 4, WarmUpDays = 3 };

    public const string Text = """
        id: test-plan
        title: {en: A test, es: Una prueba}
        description: {en: A test plan., es: Un plan de prueba.}
        problem: {en: None., es: Ninguno.}
        conventions: regional
        without: 2024-baseline
        with:
          measures:
            - measure: ScheduleHarmonization
              posts: [penas-blancas]
              parameters: {staff-neutral: no}
        start: 2025
        opening: 2026
        life: 12 years
        simulated-until: 2027
        capital:
          - item: centre
            title: {en: Centre, es: Centro}
            class: buildings
            country: CR
            amount: {value: 30 M USD, source: I.osbp-capex, grade: assumption, range: [22 M USD, 65 M USD]}
            spending: {2025: 100 %}
            life: 30 years
            upkeep: 4 %/year
          - item: scanner
            title: {en: Scanner, es: Escáner}
            class: equipment
            country: NI
            amount: {value: 4 M USD, source: I.nii, grade: assumption}
            spending: {2025: 100 %}
            life: 5 years
        operating:
          - item: shifts
            title: {en: Shifts, es: Turnos}
            country: NI
            amount: {value: 0.5 M USD/year, source: A.coordination, grade: assumption}
            from: 2026
        construction:
          posts: [penas-blancas]
          capacity-lost: {value: 20 %, source: A.construction, grade: assumption}
        partnership: {private: 40 %, return: 9 %, payments: 10 years}
        """;

    /// <summary>The plan, with pieces of its text replaced.</summary>
    /// <exception cref="InputException">It is wrong then.</exception>
    public static AppraisalPlan Read(params (string From, string To)[] changes) => Open(changes).Find("test-plan");

    /// <summary>What is wrong with the plan once pieces of its text are replaced: one line per problem, without folders.</summary>
    public static string[] Wrong(params (string From, string To)[] changes)
    {
        InputException wrong = Assert.Throws<InputException>(() => Read(changes));
        return [.. wrong.Problems.Select(p => (p with { Mark = p.Mark with { File = Path.GetFileName(p.Mark.File) } }).Render("en"))];
    }

    public static AppraisalResult Appraise(AppraisalPlan plan, int draws = 2000, ExperimentOptions? options = null) => Appraiser.Run(plan, [], options ?? Brief, new LocalExecutor(), draws);

    private static PlanFolder Open((string From, string To)[] changes)
    {
        string text = Text;
        foreach ((string from, string to) in changes)
        {
            Assert.Contains(from, text);
            text = text.Replace(from, to);
        }
        string folder = Directory.CreateTempSubdirectory().FullName;
        string file = Path.Combine(folder, "test-plan.yaml");
        File.WriteAllText(file, text);
        try
        {
            return PlanFolder.Load(Repository.Scenarios, Shipped.Folder, file);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
