using CorridorTwin.Scenarios.Sensitivity;

namespace CorridorTwin.Scenarios.Reports;

/// <summary>Values of uncertain inputs for readers.</summary>
public static class InputWords
{
    /// <summary>A value of an input with its unit, to three digits.</summary>
    public static string Value(UncertainInput input, double value, Tongue tongue)
    {
        int decimals = value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 3);
        string number = tongue.Figures.Rounded(value, decimals);
        if (number.AsSpan().ContainsAny('.', ',')) number = number.TrimEnd('0').TrimEnd('.', ',');
        return $"{number} {tongue.Say(Unit(input.Unit))}".TrimEnd();
    }

    /// <summary>A unit as files write it, in both languages.</summary>
    private static Bilingual Unit(string unit) => unit switch
    {
        "trucks" => new("camiones", unit),
        "days" or "d" => new("días", "days"),
        "/day" => new("al día", "a day"),
        "/week" => new("a la semana", "a week"),
        "%/day" => new("% al día", "% a day"),
        "%/h" => new("% por hora", "% an hour"),
        "%/year" => new("% al año", "% a year"),
        "USD/crossing" => new("USD por cruce", "USD a crossing"),
        _ => Bilingual.Same(unit),
    };

    /// <summary>Its own value and the range it may lie in.</summary>
    public static string Range(UncertainInput input, Tongue tongue) =>
        $"{Value(input, input.Value, tongue)} ({Ends(input, tongue)})";

    /// <summary>The range it may lie in.</summary>
    public static string Ends(UncertainInput input, Tongue tongue) => $"{Value(input, input.Low, tongue)} {tongue.Say("a", "to")} {Value(input, input.High, tongue)}";
}
