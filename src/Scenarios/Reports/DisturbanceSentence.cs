using System.Globalization;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>A disturbance in words.</summary>
public static class DisturbanceSentence
{
    /// <summary>Where, what, from when and for how long, without a full stop: <c>Guasaule: strike, 60 % absent, from day 3 for 48 h</c>.</summary>
    public static string Of(Disruption d, CorridorModel model, Tongue tongue)
    {
        string where = d.Post is null ? tongue.Say("todos los puestos", "all posts") : Words.Of(model.Post(d.Post), tongue);
        string what = d.Kind switch
        {
            DisruptionKind.Closure => tongue.Say("cierre", "closure"),
            DisruptionKind.Outage => tongue.Say($"caída del sistema, tiempos ×{Number(d.Intensity)}", $"system outage, times ×{Number(d.Intensity)}"),
            DisruptionKind.Strike => tongue.Say($"huelga, {Number(d.Intensity * 100)} % ausente", $"strike, {Number(d.Intensity * 100)} % absent"),
            _ when d.Cargo is { } cargo => tongue.Say($"alza de {Number(d.Intensity * 100)} % de camiones, {Words.Of(cargo).Es}", $"surge of {Number(d.Intensity * 100)} % more trucks, {Words.Of(cargo).En}"),
            _ => tongue.Say($"alza de {Number(d.Intensity * 100)} % de camiones", $"surge of {Number(d.Intensity * 100)} % more trucks"),
        };
        return tongue.Say($"{where}: {what}, desde el día {Number(d.StartDay)} durante {Number(d.Hours)} h", $"{where}: {what}, from day {Number(d.StartDay)} for {Number(d.Hours)} h");

        string Number(double value) => tongue.Figures.Comma ? Plain(value).Replace('.', ',') : Plain(value);
    }

    private static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
