using CorridorTwin.Scenarios.Studies;

namespace CorridorTwin.Scenarios.Tests.Studies;

public sealed class StudyIndicatorsTests
{
    /// <summary>Eight trucks whose times are worked out beside them, in seconds: M_side, M_gate.</summary>
    private const string Eight = """
        post,side,direction,truck,operation,t0,t1,t8
        penas-blancas,CR,S2N,A1,export,2024-02-05 06:00:00,2024-02-05 07:00:00,2024-02-05 09:30:10
        penas-blancas,CR,S2N,A2,export,2024-02-05 23:59:59,2024-02-06 01:00:00,2024-02-06 01:00:01
        penas-blancas,NI,S2N,A3,import,2024-02-05 08:00:00,2024-02-05 08:00:05,2024-02-05 08:10:07
        penas-blancas,CR,N2S,A4,empty,2024-02-05 08:00:00,2024-02-05 08:15:00,2024-02-05 08:16:40
        penas-blancas,CR,S2N,A5,empty,2024-02-05 08:00:00,2024-02-05 09:00:00,2024-02-05 10:00:00
        paso-canoas,PA,N2S,A6,transit,2024-02-05 08:00:00-06:00,2024-02-05 10:00:00-05:00,2024-02-05 12:00:00-05:00
        paso-canoas,PA,S2N,A7,transit,2024-02-05 08:00:00,2024-02-05 08:30:00,2024-02-05 09:06:03
        paso-canoas,PA,S2N,A8,empty,2024-02-05 08:00:00,2024-02-05 08:00:30,2024-02-05 08:01:00
        """;

    private static Study Read(string content)
    {
        using var file = new TemporaryFile(content);
        return StudyReader.Read(file.Path, Shipped.Baseline).OrThrow();
    }

    private static (string, int, double)[] Cells(Study study, ClearanceMeasure measure) =>
        [.. StudyIndicators.Of(study, Shipped.Baseline, measure).Select(c => (c.Row.Key, c.Operations, c.Total.TotalSeconds))];

    [Fact]
    public void Every_cell_is_the_sum_worked_out_by_hand_to_the_second()
    {
        // M_side, seconds: 12610, 3602, 607, 1000, 7200, 10800, 3963, 60.
        Assert.Equal(
        [
            ("I1", 8, 39842), ("I2", 2, 16212), ("I3", 1, 607), ("I4", 1, 10800), ("I5", 1, 3963), ("I6", 1, 1000), ("I7", 2, 7260),
            ("penas-blancas.NI.I3", 1, 607), ("penas-blancas.CR.I2", 2, 16212), ("penas-blancas.CR.I6", 1, 1000), ("penas-blancas.CR.I7", 1, 7200),
            ("paso-canoas.PA.I4", 1, 10800), ("paso-canoas.PA.I5", 1, 3963), ("paso-canoas.PA.I7", 1, 60),
        ], Cells(Read(Eight), ClearanceMeasure.Side));
        // M_gate, seconds: 9010, 1, 602, 100, 3600, 7200, 2163, 30.
        Assert.Equal(22706, Cells(Read(Eight), ClearanceMeasure.Gate)[0].Item3);
        Assert.Equal(9011, Cells(Read(Eight), ClearanceMeasure.Gate)[1].Item3);
        // 39842 / 8 is 4980.25 s, 1 h 23 min 0.25 s.
        Assert.Equal(TimeSpan.FromSeconds(4980.25), StudyIndicators.Of(Read(Eight), Shipped.Baseline, ClearanceMeasure.Side)[0].Mean);
    }

    [Fact]
    public void A_truck_that_has_not_left_is_told_and_counts_in_the_Kaplan_Meier_mean()
    {
        Study study = Read("""
            post,side,direction,truck,operation,t0,t1,t8,seen_until
            guasaule,HN,N2S,A1,export,2024-02-05 06:00,2024-02-05 06:00,2024-02-05 07:00,
            guasaule,HN,N2S,A2,export,2024-02-05 06:00,2024-02-05 06:00,,2024-02-05 08:00
            guasaule,HN,N2S,A3,export,2024-02-05 06:00,2024-02-05 06:00,2024-02-05 09:00,
            guasaule,HN,N2S,A4,export,2024-02-05 06:00,2024-02-05 06:00,2024-02-05 10:00,
            """);
        StudyIndicator i1 = StudyIndicators.Of(study, Shipped.Baseline, ClearanceMeasure.Side)[0];
        Assert.Equal((3, TimeSpan.FromHours(8), 1, 2.875), (i1.Operations, i1.Total, i1.Censored, Math.Round(i1.KaplanMeier, 12)));
    }
}
