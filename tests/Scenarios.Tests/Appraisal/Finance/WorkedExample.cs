using CorridorTwin.Scenarios.Appraisal.Finance;

namespace CorridorTwin.Scenarios.Tests.Appraisal.Finance;

/// <summary>The open worked example E1: constant 2024 US$ million, t = 0 to 10.</summary>
internal static class WorkedExample
{
    public const double HoursSaved = 3.0, Carrier = 18.50, Cargo = 4.10, Carbon = 0.0062 * 55;

    public static ProjectFlows Flows { get; } = With(HoursSaved);

    public static ProjectFlows With(double hours) => new(
        CashFlow.By(10, t => Benefit(t, hours * (Carrier + Cargo + Carbon))),
        CashFlow.By(10, t => t == 0 ? 95 : t == 1 ? 60 : 0),
        CashFlow.By(10, t => t >= 2 ? 3.2 : 0),
        CashFlow.By(10, t => t == 10 ? 0.3 * 155 : 0));

    /// <summary>Benefits: 400,000 trucks growing by 3 %, half of them in year 1, none in year 0.</summary>
    public static double Benefit(int t, double perTruck) => (t == 0 ? 0 : t == 1 ? 0.5 : 1) * 400_000 * Math.Pow(1.03, t) * perTruck / 1e6;
}
