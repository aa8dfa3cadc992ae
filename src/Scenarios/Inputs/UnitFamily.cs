namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Units that measure one kind of thing and convert into each other.</summary>
/// <param name="Name">What they measure, with its article.</param>
/// <param name="Example">A value as it would be written.</param>
/// <param name="Units">Accepted units with the factor that turns one into the model's unit; the first is the usual one. The empty unit means a bare number.</param>
public sealed record UnitFamily(Bilingual Name, string Example, IReadOnlyList<(string Unit, double Factor)> Units)
{
    /// <summary>Lengths of time, in minutes.</summary>
    public static UnitFamily Duration { get; } = new(new("una duración", "a duration"), "8 min", [("min", 1), ("h", 60), ("s", 1.0 / 60), ("d", 1440)]);

    /// <summary>Shares of a whole, as fractions.</summary>
    public static UnitFamily Share { get; } = new(new("una proporción", "a share"), "5 %", [("%", 0.01)]);

    /// <summary>Vehicles per day.</summary>
    public static UnitFamily Flow { get; } = new(new("un flujo", "a flow"), "87.5 /day", [("/day", 1), ("/week", 1.0 / 7)]);

    /// <summary>Events per week.</summary>
    public static UnitFamily Frequency { get; } = new(new("una frecuencia", "a frequency"), "1 /week", [("/week", 1), ("/day", 7)]);

    /// <summary>Growth per year, as a fraction.</summary>
    public static UnitFamily Growth { get; } = new(new("un crecimiento anual", "a yearly growth"), "3 %/year", [("%/year", 0.01)]);

    /// <summary>Numbers of trucks.</summary>
    public static UnitFamily Trucks { get; } = new(new("un número de camiones", "a number of trucks"), "30 trucks", [("trucks", 1)]);

    /// <summary>Kilometres.</summary>
    public static UnitFamily Distance { get; } = new(new("una distancia", "a distance"), "354 km", [("km", 1)]);

    /// <summary>Factors on another value.</summary>
    public static UnitFamily Factor { get; } = new(new("un factor", "a factor"), "4 x", [("x", 1)]);

    /// <summary>Bare numbers: staff, relative weights.</summary>
    public static UnitFamily Bare { get; } = new(new("un número", "a number"), "3", [("", 1)]);

    /// <summary>Calendar years.</summary>
    public static UnitFamily Year { get; } = new(new("un año", "a year"), "2027", [("", 1)]);

    /// <summary>A family of one unit: prices, rates of consumption.</summary>
    public static UnitFamily Of(Bilingual name, string example, string unit, double factor = 1) => new(name, example, [(unit, factor)]);

    /// <summary>The accepted units in words.</summary>
    public Bilingual Expected => Units[0].Unit.Length == 0
        ? new($"un número sin unidad, como '{Example}'", $"a number without unit, such as '{Example}'")
        : new($"{Name.Es} en {List("o")}, como '{Example}'", $"{Name.En} in {List("or")}, such as '{Example}'");

    /// <summary>The factor of a unit; null if it is none of this family's.</summary>
    public double? FactorOf(string unit)
    {
        foreach ((string name, double factor) in Units)
            if (name == unit) return factor;
        return null;
    }

    private string List(string or) => Units.Count == 1
        ? Units[0].Unit
        : string.Join(", ", Units.SkipLast(1).Select(u => u.Unit)) + $" {or} {Units[^1].Unit}";
}
