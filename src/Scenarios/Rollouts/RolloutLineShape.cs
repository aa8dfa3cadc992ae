using System.Text.Json.Nodes;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>What lines of a rollout and commitments share: a use of a measure, beside keys of their own.</summary>
/// <param name="catalogue">Measures that exist.</param>
/// <param name="own">Keys beside those of the use.</param>
internal abstract class UseWithShape(IReadOnlyList<IMeasure> catalogue, Field[] own) : Shape
{
    private static readonly string[] OfUse = ["measure", "operations", "intensity", "parameters", "directions"];

    private readonly MeasureUseShape use = new(catalogue);
    private readonly MapShape whole = new([.. own, .. OfUse.Select(key => new Field(key, new AnyShape(), Bilingual.Same(key)))]);

    /// <inheritdoc/>
    public override Bilingual Kind => whole.Kind;

    /// <inheritdoc/>
    public override IEnumerable<(string, Shape, Field?)> Inside => [.. whole.Inside.Where(i => i.Item2 is not AnyShape), .. use.Inside];

    /// <summary>The use that a checked node describes, without sides.</summary>
    public MeasureApplication Use(MapNode map) => use.Read(OnlyUse(map)).Application;

    /// <inheritdoc/>
    public override void Check(InputNode node, string path, Checking context)
    {
        int before = context.Problems.Count;
        whole.Check(node, path, context);
        if (node is not MapNode map || context.Problems.Count > before) return;
        if (map["measure"] is not null) use.Check(OnlyUse(map), path, context);
        if (context.Problems.Count == before) Whole(map, path, context);
    }

    /// <summary>What its keys must be to each other.</summary>
    protected virtual void Whole(MapNode map, string path, Checking context)
    {
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(SchemaPen pen)
    {
        JsonObject schema = pen.Write(use), properties = schema["properties"]!.AsObject();
        foreach (string key in properties.Select(p => p.Key).Where(k => !OfUse.Contains(k)).ToArray()) properties.Remove(key);
        foreach (Field field in own)
        {
            JsonObject value = pen.Write(field.Shape);
            value["description"] = $"{field.Description.En} / {field.Description.Es}";
            properties[field.Key] = value;
        }
        schema["required"] = new JsonArray([.. own.Where(f => f.Required).Select(f => (JsonNode)f.Key)]);
        return schema;
    }

    private static MapNode OnlyUse(MapNode map) => new(map.Mark, [.. map.Entries.Where(e => OfUse.Contains(e.Key))]);

    /// <summary>Checked as a part of the use.</summary>
    private sealed class AnyShape : Shape
    {
        public override Bilingual Kind { get; } = new("una medida", "a measure");

        public override void Check(InputNode node, string path, Checking context)
        {
        }

        protected override JsonObject Describe(SchemaPen pen) => [];
    }
}

/// <summary>One line of a rollout: a measure or a condition, and what says when it comes.</summary>
internal sealed class RolloutLineShape(IReadOnlyList<IMeasure> catalogue) : UseWithShape(catalogue,
[
    new("condition", TextShape.Id, new("Nombre de una condición que no es una medida.", "Name of a condition that is no measure.")),
    new("title", BaselineShapes.BothLanguages, new("Qué es la condición.", "What the condition is.")),
    new("row", new NameShape(NameSets.MatrixRows), new("Fila de la matriz que dice cuándo.", "Row of the matrix that says when.")),
    new("from", new YearsShape(), new("Año desde el que rige, o año por lado, donde la matriz no lo dice.", "Year from which it is in force, or year by side, where the matrix does not say.")),
    new("order", RolloutShapes.SideList, new("Lados en el orden en que la reciben; los demás después, de norte a sur.", "Sides in the order in which they get it; the others after them, from the north.")),
    new("only", ChoiceShape.Flag, new("Ningún otro lado que los de order la recibe.", "No other sides than those of order get it.")),
    new("building", RolloutShapes.Late, new("Años en obra antes de que rija, si la medida pierde capacidad mientras se construye.", "Years under construction before it is in force, if the measure loses capacity while it is built.")),
    new("waits-for", new ListShape(TextShape.Words), new("Medidas o condiciones sin las que no empieza.", "Measures or conditions without which it does not begin.")),
])
{
    protected override void Whole(MapNode map, string path, Checking context)
    {
        if ((map["measure"] is null) == (map["condition"] is null))
            context.Problems.Add(map, path, new("ni medida ni condición, o ambas", "neither a measure nor a condition, or both"), new("una de las dos", "one of the two"));
        else if ((map["row"] is null) == (map["from"] is null))
            context.Problems.Add(map, path, new("ni fila ni año, o ambos", "neither a row nor a year, or both"), new("row o from", "row or from"));
        else if (map["condition"] is not null && map["title"] is null)
            context.Problems.Add(new InputProblem(map.Mark, Paths.Join(path, "title"), null, Wording.Missing, BaselineShapes.BothLanguages.Kind));
        else if (map["building"] is { } building && MeasureCatalog.Find(map.Word("measure") ?? "")?.Parameters.Any(p => p.Key == YearModels.UnderConstruction) != true)
            context.Problems.Add(building, Paths.Join(path, "building"), new("esta línea no se construye", "this line is not built"), Wording.OneOf(MeasureCatalog.All.Where(m => m.Parameters.Any(p => p.Key == YearModels.UnderConstruction)).Select(m => m.Name)));
        else if (map.Flag("only") && map["order"] is null)
            context.Problems.Add(new InputProblem(map.Mark, Paths.Join(path, "order"), null, Wording.Missing, RolloutShapes.SideList.Kind));
    }

    /// <summary>A year, or a year by side.</summary>
    private sealed class YearsShape : Shape
    {
        public override Bilingual Kind { get; } = new("un año, o un año por lado", "a year, or a year by side");

        public override void Check(InputNode node, string path, Checking context)
        {
            if (node is MapNode) RolloutShapes.YearBySide.Check(node, path, context);
            else RolloutShapes.Year.Check(node, path, context);
        }

        protected override JsonObject Describe(SchemaPen pen) => new() { ["anyOf"] = new JsonArray(pen.Write(RolloutShapes.Year), pen.Write(RolloutShapes.YearBySide)) };
    }
}

/// <summary>A measure that comes with or without the strategy.</summary>
internal sealed class CommitmentShape(IReadOnlyList<IMeasure> catalogue) : UseWithShape(catalogue,
[
    new("sides", RolloutShapes.SideList, new("Dónde.", "Where."), Required: true),
    new("from", RolloutShapes.Year, new("Primer año en que rige.", "First year in force."), Required: true),
    new("because", BaselineShapes.BothLanguages, new("Lo que se sabe.", "What is known of it."), Required: true),
    new("source", new NameShape(NameSets.Sources), new("Fila de la tabla de fuentes.", "Row of the table of sources.")),
])
{
    protected override void Whole(MapNode map, string path, Checking context)
    {
        if (map["measure"] is null) context.Problems.Add(new InputProblem(map.Mark, Paths.Join(path, "measure"), null, Wording.Missing, new NameShape(NameSets.Measures).Kind));
    }
}
