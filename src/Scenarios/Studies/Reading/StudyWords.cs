using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>What the words in a study's cells mean, Spanish and English, for one corridor.</summary>
internal sealed class StudyWords
{
    private static readonly Dictionary<string, string> ThreeLetters = new() { ["GT"] = "GTM", ["SV"] = "SLV", ["HN"] = "HND", ["NI"] = "NIC", ["CR"] = "CRI", ["PA"] = "PAN" };

    /// <summary>The words of a corridor, with those of a mapping file.</summary>
    public StudyWords(CorridorModel model, StudyMapping? mapping)
    {
        for (int i = 0; i < model.Posts.Count; i++)
        {
            BorderPost p = model.Posts[i];
            Posts.Add(i, [p.Id, p.NameEs, p.NameEn, .. Parts(p.NameEs), .. Parts(p.NameEn)]);
        }
        for (int i = 0; i < model.Countries.Count; i++)
        {
            Country c = model.Countries[i];
            Countries.Add(i, [c.Id, c.NameEs, c.NameEn, ThreeLetters.GetValueOrDefault(c.Id, "")]);
        }
        Alias(Posts, "post");
        Alias(Countries, "side");
        Alias(Roles, "role");
        Alias(Directions, "direction");
        Alias(Operations, "operation");
        Alias(Cargos, "cargo");
        Alias(Channels, "channel");
        Alias(Answers, "censored");

        void Alias<T>(WordList<T> list, string field)
            where T : struct => list.Alias(mapping?.Words.GetValueOrDefault(field));
    }

    /// <summary>Border posts, by their number in the model.</summary>
    public WordList<int> Posts { get; } = new();

    /// <summary>Countries, by their number in the model.</summary>
    public WordList<int> Countries { get; } = new();

    /// <summary>Exit or entry side.</summary>
    public WordList<SideRole> Roles { get; } = new WordList<SideRole>().Add(SideRole.Exit, "exit", "salida", "leaving").Add(SideRole.Entry, "entry", "entrada", "ingreso", "entering");

    /// <summary>Directions.</summary>
    public WordList<Direction> Directions { get; } = new WordList<Direction>()
        .Add(Direction.N2S, "N2S", "N/S", "N-S", "NS", "norte-sur", "norte a sur", "north-south", "north to south", "southbound", "south", "sur", "hacia el sur")
        .Add(Direction.S2N, "S2N", "S/N", "SN", "sur-norte", "sur a norte", "south-north", "south to north", "northbound", "north", "norte", "hacia el norte");

    /// <summary>Official operations.</summary>
    public WordList<Operation> Operations { get; } = new WordList<Operation>()
        .Add(Operation.Export, "export", "exportación", "exports", "exp", "exportaciones", "exportación definitiva")
        .Add(Operation.Import, "import", "importación", "imports", "imp", "importaciones", "importación definitiva")
        .Add(Operation.Transit, "transit", "tránsito", "transits", "tránsito internacional", "duca-t")
        .Add(Operation.Empty, "empty", "vacío", "vacíos", "unladen", "empties", "lastre", "en lastre", "unidad vacía");

    /// <summary>Cargo classes.</summary>
    public WordList<CargoClass> Cargos { get; } = new WordList<CargoClass>()
        .Add(CargoClass.General, "general", "dry", "seca", "carga general")
        .Add(CargoClass.Perishable, "perishable", "perecedero", "perecedera", "perecederos", "perish", "refrigerado", "refrigerada")
        .Add(CargoClass.Dangerous, "dangerous", "peligrosa", "peligroso", "haz", "hazardous", "hazmat")
        .Add(CargoClass.Relief, "relief", "socorro", "ayuda humanitaria");

    /// <summary>Flags in one cell.</summary>
    public WordList<CargoFlags> Flags { get; } = new WordList<CargoFlags>()
        .Add(CargoFlags.Perishable, "PERISH").Add(CargoFlags.Aeo, "AEO", "OEA").Add(CargoFlags.Msme, "MSME", "MIPYME", "PYME").Add(CargoFlags.Hazardous, "HAZ").Add(CargoFlags.Relief, "RELIEF");

    /// <summary>Risk channels.</summary>
    public WordList<RiskChannel> Channels { get; } = new WordList<RiskChannel>()
        .Add(RiskChannel.Green, "green", "verde").Add(RiskChannel.Yellow, "yellow", "amarillo", "naranja", "orange").Add(RiskChannel.Red, "red", "rojo");

    /// <summary>Yes and no.</summary>
    public WordList<bool> Answers { get; } = new WordList<bool>().Add(true, "yes", "sí", "true", "1", "x", "verdadero", "s", "y").Add(false, "no", "false", "0", "falso", "n");

    /// <summary>Clearance times.</summary>
    public WordList<ClearanceMeasure> Measures { get; } = new WordList<ClearanceMeasure>().Add(ClearanceMeasure.Side, "M_side", "side").Add(ClearanceMeasure.Gate, "M_gate", "gate").Add(ClearanceMeasure.Release, "M_release", "release");

    /// <summary>The two towns of a post: <c>Peña Blanca–Peñas Blancas</c>.</summary>
    private static IEnumerable<string> Parts(string name) => name.Split(['–', '—', '-', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: 2 } parts ? parts : [];
}
