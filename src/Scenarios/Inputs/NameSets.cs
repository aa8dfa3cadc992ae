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

    /// <summary>Disturbances of the library.</summary>
    public const string Disruptions = "disturbance";

    /// <summary>Sides of posts, as <c>penas-blancas/CR</c>.</summary>
    public const string Sides = "side";

    /// <summary>Rows of the strategy's implementation matrix.</summary>
    public const string MatrixRows = "matrix-row";

    /// <summary>A set's member in words, with its article.</summary>
    public static Bilingual One(string set) => set switch
    {
        Posts => new("puesto fronterizo", "border post"),
        Countries => new("país", "country"),
        Pairs => new("par de países (el del norte primero)", "pair of countries (northern one first)"),
        Measures => new("medida", "measure"),
        Sources => new("fuente", "source"),
        Scenarios => new("escenario", "scenario"),
        Disruptions => new("perturbación", "disturbance"),
        Sides => new("lado (puesto/PAÍS)", "side (post/COUNTRY)"),
        MatrixRows => new("fila de la matriz de implementación", "row of the implementation matrix"),
        _ => Bilingual.Same(set),
    };

    /// <summary>That a name is none of a set's.</summary>
    public static Bilingual Unknown(string set) => new(
        $"{One(set).Es} {(set is Measures or Sources or Disruptions or MatrixRows ? "desconocida" : "desconocido")}",
        $"no such {One(set).En}");
}
