import 'reflect-metadata'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import type { Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { type EntityManager, MikroORM } from '@mikro-orm/sqlite'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  buildSchema,
} from 'type-graphql'

// What a first version looks like: entities that are object types too, and a resolver for each row that asks the database.

@ObjectType()
@Entity()
class County {
  @Field(() => String)
  @PrimaryKey({ type: 'string' })
  code: string

  @Field(() => String)
  @Property({ type: 'string' })
  name: string
}

@ObjectType()
@Entity()
class Municipality {
  @Field(() => String)
  @PrimaryKey({ type: 'string' })
  code: string

  @Field(() => String)
  @Property({ type: 'string' })
  name: string

  @ManyToOne({ entity: () => County, ref: true })
  county: Ref<County>
}

@ObjectType()
@Entity()
class Population {
  @ManyToOne({ entity: () => Municipality, ref: true, primary: true })
  municipality: Ref<Municipality>

  @Field(() => String)
  @PrimaryKey({ type: 'string' })
  on: string

  @Field(() => Int)
  @Property({ type: 'integer' })
  inhabitants: number
}

@ObjectType()
@Entity()
class Budget {
  @Field(() => Int)
  @PrimaryKey({ type: 'integer' })
  id: number

  @Field(() => String)
  @Property({ type: 'string' })
  title: string
}

@ObjectType()
@Entity()
class BudgetLine {
  @Field(() => Int)
  @PrimaryKey({ type: 'integer' })
  id: number

  @ManyToOne({ entity: () => Budget, ref: true })
  budget: Ref<Budget>

  @Field(() => String)
  @Property({ type: 'string' })
  description: string

  @Field(() => Float)
  @Property({ type: 'integer' })
  amount: number
}

@ObjectType()
@Entity()
class LineShare {
  @ManyToOne({ entity: () => BudgetLine, ref: true, primary: true })
  line: Ref<BudgetLine>

  @ManyToOne({ entity: () => Municipality, ref: true, primary: true })
  municipality: Ref<Municipality>

  @Field(() => Float)
  @Property({ type: 'integer' })
  amount: number
}

interface Context {
  readonly em: EntityManager
}

@Resolver(() => Municipality)
class MunicipalityResolver {
  @Query(() => Municipality, { nullable: true })
  municipality(@Arg('code', () => String) code: string, @Ctx() { em }: Context) {
    return em.findOne(Municipality, { code })
  }

  @Query(() => [Municipality])
  municipalities(@Ctx() { em }: Context) {
    return em.findAll(Municipality, { orderBy: { code: 'asc' } })
  }

  @FieldResolver(() => County)
  county(@Root() { county }: Municipality) {
    return county.loadOrFail()
  }

  @FieldResolver(() => Population, { nullable: true })
  async latestPopulation(@Root() municipality: Municipality, @Ctx() { em }: Context) {
    const found = await em.find(Population, { municipality }, { orderBy: { on: 'desc' }, limit: 1 })
    return found[0] ?? null
  }
}

@Resolver(() => Budget)
class BudgetResolver {
  @Query(() => [Budget])
  budgets(@Ctx() { em }: Context) {
    return em.findAll(Budget, { orderBy: { id: 'asc' } })
  }

  @FieldResolver(() => [BudgetLine])
  lines(@Root() budget: Budget, @Ctx() { em }: Context) {
    return em.find(BudgetLine, { budget }, { orderBy: { id: 'asc' } })
  }
}

@Resolver(() => BudgetLine)
class BudgetLineResolver {
  @FieldResolver(() => [LineShare])
  shares(@Root() line: BudgetLine, @Ctx() { em }: Context) {
    return em.find(LineShare, { line }, { orderBy: { municipality: 'asc' } })
  }
}

@Resolver(() => LineShare)
class LineShareResolver {
  @FieldResolver(() => Municipality)
  municipality(@Root() { municipality }: LineShare) {
    return municipality.loadOrFail()
  }
}

const orm = await MikroORM.init({
  entities: [County, Municipality, Population, Budget, BudgetLine, LineShare],
  dbName: process.env['DATABASE_FILE']!,
})
const apollo = new ApolloServer<Context>({
  schema: await buildSchema({
    validate: false,
    resolvers: [MunicipalityResolver, BudgetResolver, BudgetLineResolver, LineShareResolver],
  }),
})
const { url } = await startStandaloneServer(apollo, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({ em: orm.em.fork() }),
})
console.log(url)
