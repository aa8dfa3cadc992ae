using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;

namespace CorridorTwin.Scenarios.Indicators;

/// <summary>
/// What drives a dimension of the user perception index, as far as a simulation of trucks knows it. The index itself is a survey of passengers and
/// tourists: without coefficients that somebody estimated from one there is no index here, only changes of its drivers.
/// </summary>
/// <param name="Id">Dimension of the index.</param>
/// <param name="Name">Its name in the strategy.</param>
/// <param name="Weight">Its weight in the index, per cent (ECFCC-2023 VI, Table 1; they add up to 100).</param>
/// <param name="Driver">What is simulated; null for a dimension without a driver.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Of">Its value in a year, by replication.</param>
public sealed record PerceptionDriver(string Id, Bilingual Name, int Weight, Bilingual? Driver, string Unit, Func<YearRun, IReadOnlyList<double>>? Of)
{
    /// <summary>The six dimensions.</summary>
    public static IReadOnlyList<PerceptionDriver> All { get; } =
    [
        new("process", new("Gestión de procesos", "Process management"), 26, new("incertidumbre del tiempo: percentil 95 menos mediana", "uncertainty of the time: 95th percentile less median"), "h", y => Of95(y)),
        new("service", new("Calidad del servicio", "Quality of service"), 20, new("espera media de una operación", "mean wait of an operation"), "h", y => Means(y, v => v.Mean - v.Service - v.Move)),
        new("security", new("Seguridad", "Security"), 18, null, "", null),
        new("infrastructure", new("Infraestructura", "Infrastructure"), 16, new("tiempo retenido por un patio lleno más adelante", "time held by a full yard ahead"), "h", y => Means(y, v => v.Blocked)),
        new("environment", new("Condiciones ambientales", "Environmental conditions"), 10, new("CO2 de motores en espera, por día", "CO2 of waiting engines, a day"), "t", y => PerDay(y, r => r.Cost.Co2)),
        new("cost", new("Costos", "Costs"), 10, new("costo por cruce", "cost of a crossing"), "USD", y => PerCrossing(y)),
    ];

    /// <summary>Mean of a part of the time over all operations of a year, by replication.</summary>
    public static IReadOnlyList<double> Means(YearRun year, Func<RowValue, double> of) =>
    [
        .. Enumerable.Range(0, year.Replications).Select(r =>
            year.Weeks.Sum(w => w.Weight * Count(w, r) * of(w.Replications[r].Rows[RowKey.AllOperations])) / year.Weeks.Sum(w => w.Weight * Count(w, r))),
    ];

    /// <summary>Cost of a crossing in US$, without transfers, by replication.</summary>
    public static IReadOnlyList<double> PerCrossing(YearRun year) =>
        [.. Enumerable.Range(0, year.Replications).Select(r => year.Weeks.Sum(w => w.Weight * w.Replications[r].Cost.Total) / year.Weeks.Sum(w => w.Weight * w.Replications[r].Crossings))];

    private static double Count(WeekRun week, int replication) => week.Replications[replication].Rows[RowKey.AllOperations].Count;

    private static double[] PerDay(YearRun year, Func<ReplicationSummary, double> of) => [.. Enumerable.Range(0, year.Replications).Select(r => year.Weeks.Sum(w => w.Weight * of(w.Replications[r])) / 365)];

    private static double[] Of95(YearRun year) => [.. Enumerable.Range(0, year.Replications).Select(r =>
    {
        (double, TimeHistogram)[] times = [.. year.Weeks.Select(w => (w.Weight, w.Replications[r].Rows[RowKey.AllOperations].Times))];
        return TimeHistogram.Quantile(times, 0.95) - TimeHistogram.Quantile(times, 0.5);
    })];
}

/// <summary>The change of the user perception index that survey coefficients make of the changes of its drivers.</summary>
/// <param name="Points">Points of 100, with the lower and upper end that coefficients and simulation allow.</param>
/// <param name="Covered">Weight of the dimensions that have both a driver and a coefficient, per cent.</param>
public sealed record PerceptionChange((double Low, double Mid, double High) Points, int Covered)
{
    /// <summary>The change between two years: each dimension's change of driver times its coefficient, by the weights of the index.</summary>
    public static PerceptionChange Of(PerceptionSurvey survey, YearRun from, YearRun to)
    {
        double low = 0, mid = 0, high = 0;
        int covered = 0;
        foreach (PerceptionDriver driver in PerceptionDriver.All.Where(d => d.Of is not null && survey.Coefficients.ContainsKey(d.Id)))
        {
            PerceptionCoefficient c = survey.Coefficients[driver.Id];
            Interval change = Interval.Paired(driver.Of!(from), driver.Of(to));
            double weight = driver.Weight / 100.0;
            double[] corners = [.. from x in new[] { change.Low, change.High } from k in new[] { c.Low, c.High } select weight * x * k];
            low += corners.Min();
            mid += weight * change.Mean * c.PointsPerUnit;
            high += corners.Max();
            covered += driver.Weight;
        }
        return new PerceptionChange((low, mid, high), covered);
    }
}
