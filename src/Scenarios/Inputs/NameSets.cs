namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Sets of names that files refer to, by the key under which <see cref="Checking.Names"/> holds them.</summary>
public static class NameSets
{
    /// <summary>Border posts.</summary>
    public const string Posts = "post";

    /// <summary>Country codes.</summary>
    public const string Countries = "country";

    /// <summary>Pairs of countries, the northern one first.</summary>
    public const string Pairs = "pair";

    /// <summary>Measures of the catalogue.</summary>
    public const string Measures = "measure";

    /// <summary>Rows of the table of sources.</summary>
    public const string Sources = "source";

    /// <summary>Scenarios and baselines.</summary>
    public const string Scenarios = "scenario";

    /// <summary>A set's member in words, with its article.</summary>
    public static Text One(string set) => set switch
    {
        Posts => new("border post", "puesto fronterizo"),
        Countries => new("country", "país"),
        Pairs => new("pair of countries, northern one first", "par de países, primero el del norte"),
        Measures => new("measure", "medida"),
        Sources => new("source", "fuente"),
        Scenarios => new("scenario", "escenario"),
        _ => Text.Same(set),
    };
}
