using CorridorTwin.Scenarios.Appraisal.Finance;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Appraisal.Plans;

/// <summary>The declaration of a plan's file: what it does, what it costs, and by which conventions it is appraised.</summary>
public static class PlanShapes
{
    /// <summary>The latest year a plan may reach.</summary>
    public const int LastYear = 2100;

    internal static readonly NumberShape Year = new(UnitFamily.Year) { Least = BaselineShapes.FirstYear, Most = LastYear, Integer = true, Fact = true };
    internal static readonly NumberShape SimulatedYear = new(UnitFamily.Year) { Least = BaselineShapes.FirstYear, Most = BaselineShapes.LastYear, Integer = true, Fact = true };
    internal static readonly NumberShape Rate = new(UnitFamily.Share) { Least = 0, Most = 0.5, Fact = true };
    internal static readonly NumberShape RateFigure = new(UnitFamily.Share) { Least = 0, Most = 0.5 };
    internal static readonly NumberShape Share = new(UnitFamily.Share) { Least = 0, Most = 1 };
    internal static readonly NumberShape FactShare = new(UnitFamily.Share) { Least = 0, Most = 1, Fact = true };
    internal static readonly NumberShape Uplift = new(UnitFamily.Share) { Least = 0, Most = 4 };
    internal static readonly NumberShape Realised = new(UnitFamily.Share) { Least = 0, Most = 2 };
    internal static readonly NumberShape Growth = new(UnitFamily.Growth) { Least = -0.2, Most = 0.3 };
    internal static readonly NumberShape Factor = new(UnitFamily.Factor) { Least = 0, Most = 5 };
    internal static readonly NumberShape Spread = new(UnitFamily.Factor) { Least = 0, Most = 5, Unlimited = TableShape.None };
    internal static readonly NumberShape Elasticity = new(UnitFamily.Bare) { Least = -3, Most = 0 };
    internal static readonly NumberShape Carbon = new(UnitFamily.Of(new("un precio del carbono", "a carbon price"), "80 USD/t", "USD/t")) { Least = 0, Most = 10_000 };
    internal static readonly NumberShape PerHour = new(UnitFamily.Of(new("un costo por hora", "a cost per hour"), "9 USD/h", "USD/h")) { Least = 0, Most = 1000 };
    internal static readonly NumberShape Upkeep = new(UnitFamily.Of(new("una proporción anual", "a share per year"), "4 %/year", "%/year", 0.01)) { Least = 0, Most = 1 };
    internal static readonly NumberShape Years = new(UnitFamily.Of(new("un número de años", "a number of years"), "20 years", "years")) { Least = 1, Most = 75, Integer = true, Fact = true };
    internal static readonly NumberShape Delay = new(UnitFamily.Of(new("un número de años", "a number of years"), "1 years", "years")) { Least = 0, Most = 10, Integer = true, Fact = true };

    internal static readonly TableShape Spending = new(FactShare);

    internal static readonly MapShape Capital = new(
        new Field("item", TextShape.Id, new("Nombre corto.", "Short name."), Required: true),
        new Field("title", BaselineShapes.BothLanguages, new("Qué es.", "What it is."), Required: true),
        new Field("class", ChoiceShape.Of<CapitalClass>(), new("Clase de inversión.", "Class of investment."), Required: true),
        new Field("country", new NameShape(NameSets.Countries), new("País que la paga.", "Country that pays it."), Required: true),
        new Field("amount", MoneyShape.Amount, new("Costo sin sesgo optimista.", "Cost before optimism bias."), Required: true, Source: true),
        new Field("prices", new ChoiceShape("real", "nominal"), new("Precios del año base (real) o de cada año (nominal).", "Prices of the price year (real) or of each year (nominal).")),
        new Field("spending", Spending, new("Qué parte se gasta en qué año.", "Which part is spent in which year."), Required: true),
        new Field("life", Years, new("Años que sirve; después se repone.", "Years it serves; then it is replaced."), Required: true),
        new Field("upkeep", Upkeep, new("Operación y mantenimiento, del costo, por año desde la apertura.", "Operation and maintenance, of the cost, per year from opening.")));

    internal static readonly MapShape Operating = new(
        new Field("item", TextShape.Id, new("Nombre corto.", "Short name."), Required: true),
        new Field("title", BaselineShapes.BothLanguages, new("Qué es.", "What it is."), Required: true),
        new Field("country", new NameShape(NameSets.Countries), new("País que lo paga.", "Country that pays it."), Required: true),
        new Field("amount", MoneyShape.Yearly, new("Costo por año.", "Cost per year."), Required: true, Source: true),
        new Field("prices", new ChoiceShape("real", "nominal"), new("Precios del año base (real) o de cada año (nominal).", "Prices of the price year (real) or of each year (nominal).")),
        new Field("from", Year, new("Primer año.", "First year."), Required: true),
        new Field("until", Year, new("Último año; el del plan si falta.", "Last year; that of the plan if absent.")));

    private static readonly MapShape Step = new(
        new Field("from", new NumberShape(UnitFamily.Bare) { Least = 1, Most = 100, Integer = true, Fact = true }, new("Año del plan desde el que rige.", "Year of the plan from which it holds."), Required: true),
        new Field("rate", Rate, new("Tasa.", "Rate."), Required: true));

    private static readonly MapShape Residual = new(
        new Field("as", ChoiceShape.Of<ResidualAs>(), new("En la relación beneficio-costo, con los beneficios o menos de los costos.", "In the benefit-cost ratio, with the benefits or off the costs."), Required: true),
        new Field("most", FactShare, new("A lo más esta proporción de la inversión.", "At most this share of capital."), Required: true));

    private static readonly MapShape ShadowRow = new(
        new Field("labour-share", Share, new("Parte de mano de obra en los costos.", "Share of labour in costs."), Required: true),
        new Field("labour", Factor, new("Factor de conversión de la mano de obra.", "Conversion factor of labour."), Required: true),
        new Field("other", Factor, new("Factor de conversión de lo demás.", "Conversion factor of the rest."), Required: true));

    private static readonly MapShape Construction = new(
        new Field("posts", new ListShape(new NameShape(NameSets.Posts)) { Least = 1 }, new("Puestos en obra.", "Posts under construction."), Required: true),
        new Field("capacity-lost", Share, new("Parte del personal que no puede trabajar mientras se construye.", "Share of staff that cannot work while it is built."), Required: true, Source: true));

    private static readonly MapShape Partnership = new(
        new Field("private", Share, new("Parte de la inversión que adelanta el socio privado.", "Share of capital that the private partner advances."), Required: true),
        new Field("return", RateFigure, new("Rendimiento real del socio, por año.", "The partner's real return per year."), Required: true),
        new Field("payments", Years, new("Años de pagos, desde la apertura.", "Years of payments, from opening."), Required: true));

    internal static readonly MapShape Values = new(
        new Field("carbon", Carbon, new("Precio de una tonelada de CO2 en el año de los precios.", "Price of a tonne of CO2 in the price year."), Required: true, Source: true),
        new Field("carbon-growth", Growth, new("Aumento real anual de ese precio.", "Its real growth per year."), Source: true),
        new Field("staff", PerHour, new("Costo de una hora de funcionario.", "Cost of an officer's hour."), Required: true, Source: true),
        new Field("fuel-tax", Share, new("Impuestos en el precio del diésel: transferencia, no ahorro.", "Taxes in the price of diesel: a transfer, no saving."), Required: true, Source: true),
        new Field("reliability", Spread, new("Valor de una hora de desviación estándar frente a una hora de tiempo; none para no valorarla.", "Value of an hour of standard deviation against an hour of time; none not to value it."), Source: true),
        new Field("safety-stock", Factor, new("Existencias de seguridad por desviación estándar, en vez de reliability.", "Safety stock per standard deviation, instead of reliability."), Source: true),
        new Field("holding", Upkeep, new("Costo anual de mantener existencias, de su valor.", "Yearly cost of holding stock, of its value."), Source: true),
        new Field("elasticity", Elasticity, new("Cruces inducidos: elasticidad al costo generalizado en la frontera.", "Induced crossings: elasticity to the generalised cost at the border."), Required: true, Source: true),
        new Field("realised", Realised, new("Parte del ahorro simulado que se hace real.", "Share of the simulated saving that comes true."), Required: true, Source: true),
        new Field("pass-through", Share, new("Parte del ahorro del transportista que llega al dueño de la carga: transferencia.", "Share of the carrier's saving that reaches the shipper: a transfer."), Required: true, Source: true))
    {
        Whole = (map, path, context) =>
        {
            if (map["reliability"] is not (null or ScalarNode { Value: TableShape.None }) && map["safety-stock"] is not null)
                context.Problems.Add(map["safety-stock"]!, Paths.Join(path, "safety-stock"), new("confiabilidad y existencias de seguridad son el mismo beneficio: contaría dos veces", "reliability and safety stock are one benefit: it would count twice"), new("solo una de las dos; 'reliability: none' quita la de las convenciones", "only one of them; 'reliability: none' takes that of the conventions away"));
            if (map["safety-stock"] is not null && map["holding"] is null)
                context.Problems.Add(new InputProblem(map.Mark, Paths.Join(path, "holding"), null, Wording.Missing, Upkeep.Kind));
        },
    };

    private static readonly MapShape DelayRisk = new(
        new Field("years", Delay, new("Años de atraso de los beneficios.", "Years by which benefits are late."), Required: true),
        new Field("probability", FactShare, new("Probabilidad.", "Probability."), Required: true));

    private static readonly MapShape With = new(
        new Field("scenario", new NameShape(NameSets.Scenarios), new("El escenario con las medidas del plan.", "The scenario with the plan's measures.")),
        new Field("measures", new ListShape(new MeasureUseShape(MeasureCatalog.All)), new("O las medidas mismas, además de las del caso sin plan.", "Or the measures themselves, beside those of the case without.")))
    {
        Whole = (map, path, context) =>
        {
            if ((map["scenario"] is null) == (map["measures"] is null))
                context.Problems.Add(map, path, new("ni escenario ni medidas, o ambos", "neither scenario nor measures, or both"), new("uno de los dos", "one of the two"));
        },
    };

    /// <summary>Conventions that plans share: a file of them has no <c>with</c>.</summary>
    internal static readonly Field[] Conventions =
    [
        new("currency", new ChoiceShape(MoneyShape.Currency), new("Moneda de todo el análisis.", "Currency of the whole appraisal."), Required: true),
        new("prices", Year, new("Año de cuyos precios constantes son todos los montos.", "Year whose constant prices all amounts are in."), Required: true),
        new("inflation", Growth, new("Deflactor de los montos nominales.", "Deflator of nominal amounts."), Source: true),
        new("rates", new ListShape(Rate) { Least = 1, Most = 10 }, new("Tasas de descuento, lado a lado; la primera es la principal.", "Discount rates, side by side; the first is the main one."), Required: true),
        new("declining", new ListShape(Step) { Least = 1, Most = 10 }, new("Tasas que bajan con los años.", "Rates that decline with the years.")),
        new("timing", ChoiceShape.Of<FlowTiming>(), new("En qué momento del año cae un monto.", "When within its year an amount falls."), Required: true),
        new("residual", Residual, new("Valor residual: línea recta, lo que queda de la vida.", "Residual value: straight line, what is left of the life."), Required: true),
        new("ramp", new ListShape(FactShare) { Least = 0, Most = 10 }, new("Parte del beneficio en los primeros años de operación.", "Share of the benefit in the first years of operation."), Required: true),
        new("optimism", TableShape.By<CapitalClass>(Uplift), new("Sesgo optimista por clase de inversión.", "Optimism bias by class of investment."), Required: true, Source: true),
        new("shadow-prices", new TableShape(ShadowRow) { Set = NameSets.Countries }, new("Factores de precios sombra por país.", "Shadow-price factors by country."), Source: true),
        new("delays", new ListShape(DelayRisk) { Least = 1, Most = 5 }, new("Riesgo de atraso.", "Risk of delay.")),
        new("values", Values, new("Valores unitarios, además de los de la línea base.", "Unit values, beside those of the baseline."), Required: true),
    ];

    /// <summary>The whole file.</summary>
    public static MapShape File { get; } = new(
    [
        new("id", TextShape.Id, new("Id del plan.", "Id of the plan."), Required: true),
        new("title", BaselineShapes.BothLanguages, new("Su nombre.", "Its name."), Required: true),
        new("description", BaselineShapes.BothLanguages, new("Qué es.", "What it is."), Required: true),
        new("problem", BaselineShapes.BothLanguages, new("El problema, y por qué no se resuelve solo.", "The problem, and why it does not solve itself."), Required: true),
        new("conventions", TextShape.Id, new("Id del archivo de convenciones.", "Id of the file of conventions.")),
        new("without", new NameShape(NameSets.Scenarios), new("El caso sin plan: línea base o escenario.", "The case without: baseline or scenario."), Required: true),
        new("with", With, new("Lo que trae el plan.", "What the plan brings."), Required: true),
        new("start", Year, new("Año 0: a él se descuenta.", "Year 0: discounting is to it."), Required: true),
        new("opening", Year, new("Primer año de beneficios.", "First year of benefits."), Required: true),
        new("life", Years, new("Años de operación que se aprecian.", "Years of operation appraised."), Required: true),
        new("simulated-until", SimulatedYear, new("Último año simulado; después el ahorro por camión se mantiene.", "Last year simulated; after it the saving per truck is held."), Required: true),
        new("capital", new ListShape(Capital) { Most = 200 }, new("Inversiones.", "Investments."), Required: true),
        new("operating", new ListShape(Operating) { Most = 200 }, new("Otros costos anuales.", "Other yearly costs.")),
        new("construction", Construction, new("Lo que estorba la obra.", "What the works hinder.")),
        new("partnership", Partnership, new("Asociación público-privada.", "Public-private partnership.")),
        new("alternatives", new ListShape(TextShape.Id) { Most = 10 }, new("Planes con los que se compara.", "Plans it is compared with.")),
        .. Conventions,
    ]) { Whole = PlanChecks.Whole };
}

/// <summary>Classes of investment, by how much dearer they turn out.</summary>
public enum CapitalClass { Buildings, Civil, Equipment, Software }
